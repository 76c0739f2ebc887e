package dev.sayso.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.ConsolePage;

/**
 * What was configured, by whom and when, newest first.
 */
@ConsolePage
class AuditController {

	private final AuditLog activity;

	private final AuditMessages words;

	private final TimeFormat times;

	AuditController(AuditLog activity, AuditMessages words, TimeFormat times) {
		this.activity = activity;
		this.words = words;
		this.times = times;
	}

	@GetMapping("/activity")
	String list(@RequestParam(defaultValue = "") String type, @RequestParam(defaultValue = "") String subject,
			@RequestParam(defaultValue = "") String actor,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
			@RequestParam(required = false) @Nullable Long before, Model model, Locale locale) {
		AuditQuery filter = new AuditQuery(type, subject, actor, from, to, this.times.zone());
		List<AuditEntry> found = this.activity.find(filter, before);
		List<AuditEntry> shown = found.subList(0, Math.min(found.size(), AuditLog.PAGE));
		model.addAttribute("filter", filter);
		model.addAttribute("types", this.words.types(this.activity.types(), locale));
		model.addAttribute("actors", this.activity.actors());
		model.addAttribute("days", this.words.days(shown, locale));
		model.addAttribute("newest", (before != null) ? filter.href(null) : null);
		model.addAttribute("next",
				(found.size() > shown.size()) ? filter.href(shown.get(shown.size() - 1).seq()) : null);
		return "audit/activity";
	}

}
