package dev.sayso.landing.visit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.UnplacedStops;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;

/**
 * Answers at the addresses of links that unsubscribe from a message. To open one asks; to
 * post to it stops, whatever the body. A service for mail is answered that it is done
 * also where the link leads nowhere, as it repeats or reports anything else (RFC 8058,
 * 3.2); whoever runs Sayso is told how many could not be placed.
 */
@Controller
@RequestMapping("/u/{token}")
class OneClickController {

	private final LinkToken tokens;

	private final LinkRecipients recipients;

	private final UnsubscribeByLink unsubscribe;

	private final RelatedPages related;

	private final PublicNotices notices;

	private final UnplacedStops unplaced;

	private final CurrentUser visitor;

	OneClickController(LinkToken tokens, LinkRecipients recipients, UnsubscribeByLink unsubscribe, RelatedPages related,
			PublicNotices notices, UnplacedStops unplaced, CurrentUser visitor) {
		this.tokens = tokens;
		this.recipients = recipients;
		this.unsubscribe = unsubscribe;
		this.related = related;
		this.notices = notices;
		this.unplaced = unplaced;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
		LinkToken.Unsubscribe link = this.tokens.unsubscribe(token).orElseThrow(() -> new NotFoundException("link"));
		return answer(link, token, false, VisitorRequest.of(request, false));
	}

	@PostMapping
	ResponseEntity<byte[]> stop(@PathVariable String token, HttpServletRequest request) {
		boolean oneClick = PublicFormBody.of(request).oneClick();
		if (!oneClick && this.visitor.user().isPresent()) {
			return this.notices.console(VisitorRequest.of(request, true));
		}
		Optional<LinkToken.Unsubscribe> link = this.tokens.unsubscribe(token);
		if (link.isPresent() && link.get().isTest()) {
			return PublicResponse.done(link.get().message().getBytes(StandardCharsets.UTF_8));
		}
		VisitorRequest visitorRequest = VisitorRequest.of(request, false);
		try {
			LinkToken.Unsubscribe placed = link.orElseThrow(() -> new NotFoundException("link"));
			this.unsubscribe.stop(placed, visitorRequest);
			return oneClick ? PublicResponse.done() : answer(placed, token, true, visitorRequest);
		}
		catch (NotFoundException ex) {
			this.unplaced.count();
			return PublicResponse.done();
		}
	}

	private ResponseEntity<byte[]> answer(LinkToken.Unsubscribe link, String token, boolean done,
			VisitorRequest request) {
		LinkRecipient recipient = this.recipients.find(link.profile())
			.orElseThrow(() -> new NotFoundException("person"));
		boolean outdated = this.recipients.isOutdated(link);
		Locale locale = PublicNotices.locale(request, outdated ? null : recipient.profile().details().language());
		String choices = this.related.choices(link.profile(), link.maker())
			.filter((href) -> !outdated)
			.map((href) -> href + "?lang=" + locale.toLanguageTag())
			.orElse(null);
		return this.notices.unsubscribe(new PublicNotices.Unsubscribe(this.unsubscribe.name(link, locale),
				outdated ? null : recipient.masked(), "/u/" + token, choices, done), locale);
	}

}
