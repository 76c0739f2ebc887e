package dev.sayso.audit;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
class AuditController {

	private final AuditLog log;

	private final AuditMessages messages;

	private final TimeFormat times;

	AuditController(AuditLog log, AuditMessages messages, TimeFormat times) {
		this.log = log;
		this.messages = messages;
		this.times = times;
	}

	@GetMapping("/activity")
	String list(@RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "") String subject,
			@RequestParam(defaultValue = "") String actor,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
			@RequestParam(required = false) @Nullable Long before, Model model) {
		AuditQuery query = new AuditQuery(type, subject, actor, from, to, this.times.zone());
		List<AuditEntry> entries = this.log.find(query, before);
		List<AuditEntry> shown = entries.subList(0, Math.min(entries.size(), AuditLog.PAGE));
		model.addAttribute("query", query);
		model.addAttribute("types", this.messages.types(this.log.types()));
		model.addAttribute("actors", this.log.actors());
		model.addAttribute("days", this.messages.days(shown));
		model.addAttribute("newest", (before != null) ? query.href(null) : null);
		model.addAttribute("next",
				(entries.size() > shown.size()) ? query.href(shown.get(shown.size() - 1).seq()) : null);
		return "audit/list";
	}

}
