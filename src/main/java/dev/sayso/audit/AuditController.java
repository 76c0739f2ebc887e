package dev.sayso.audit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.shared.SearchWords;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
@RequestMapping("/activity")
class AuditController {

	private final AuditLog log;

	private final AuditMessages messages;

	private final TimeFormat times;

	AuditController(AuditLog log, AuditMessages messages, TimeFormat times) {
		this.log = log;
		this.messages = messages;
		this.times = times;
	}

	@GetMapping
	ModelAndView list(@RequestParam Map<String, String> parameters, @RequestParam @Nullable Long before) {
		AuditQuery query = AuditQuery.of(parameters, this.times.zone());
		SearchWords words = query.words();
		AuditLog.Page page = this.log.page(query, before, (entry) -> this.messages.has(entry, words));
		HttpStatus status = query.faults().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
		return new ModelAndView("audit/list", status).addObject("query", query)
			.addObject("typed", parameters)
			.addObject("types", this.messages.types(this.log.types()))
			.addObject("actors", this.log.actors())
			.addObject("days", this.messages.days(page.entries()))
			.addObject("reached", page.reached())
			.addObject("newest", (before != null) ? query.href(null) : null)
			.addObject("next", (page.next() != null) ? query.href(page.next()) : null);
	}

	@GetMapping("/{seq:\\d{1,18}}")
	String show(@PathVariable long seq, Model model) {
		model.addAttribute("row", this.messages.row(this.log.get(seq)));
		return "audit/show";
	}

}
