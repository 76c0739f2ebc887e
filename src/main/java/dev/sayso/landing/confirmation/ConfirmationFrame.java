package dev.sayso.landing.confirmation;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.PublicNotices;
import dev.sayso.landing.visit.PublicPageRenderer;
import dev.sayso.landing.visit.SubmissionEvidence;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * What the page around a confirmation needs of public pages.
 */
@Component
class ConfirmationFrame {

	private final PublicNotices notices;

	private final PublicPageRenderer renderer;

	private final SubmissionEvidence evidence;

	private final TimeFormat times;

	private final Clock clock;

	ConfirmationFrame(PublicNotices notices, PublicPageRenderer renderer, SubmissionEvidence evidence, TimeFormat times,
			Clock clock) {
		this.notices = notices;
		this.renderer = renderer;
		this.evidence = evidence;
		this.times = times;
		this.clock = clock;
	}

	ResponseEntity<byte[]> page(String title, Map<String, ?> model, VisitorRequest request, String language) {
		return this.renderer.once(HttpStatus.OK, this.notices.frame(title, request, language), "confirm", model);
	}

	ResponseEntity<byte[]> console(VisitorRequest request) {
		return this.notices.console(request);
	}

	Evidence evidence(PublishedPage page, VisitorRequest request) {
		return this.evidence.origin(page, request);
	}

	Instant now() {
		return this.clock.instant();
	}

	String day(Instant instant, Locale locale) {
		return LocalizedDate.of(instant.atZone(this.times.zone()).toLocalDate(), locale);
	}

}
