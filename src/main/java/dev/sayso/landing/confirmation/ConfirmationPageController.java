package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.landing.visit.PublicNotices;
import dev.sayso.landing.visit.PublicResponse;
import dev.sayso.person.AddressMask;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;

/**
 * The page to which a confirmation mail leads. To open it confirms nothing: mail programs
 * open links by themselves.
 */
@Controller
@RequestMapping(PublicPath.CONFIRMATIONS + "{token}")
class ConfirmationPageController implements PublicResponse.Served {

	private final MailedConfirmations confirmations;

	private final WaitingOptIns waitingOptIns;

	private final ConfirmedDetails details;

	private final ConfirmByMail act;

	private final ConfirmationPages pages;

	private final ConfirmationFrame frame;

	private final CurrentUser visitor;

	ConfirmationPageController(MailedConfirmations confirmations, WaitingOptIns waitingOptIns, ConfirmedDetails details,
			ConfirmByMail act, ConfirmationPages pages, ConfirmationFrame frame, CurrentUser visitor) {
		this.confirmations = confirmations;
		this.waitingOptIns = waitingOptIns;
		this.details = details;
		this.act = act;
		this.pages = pages;
		this.frame = frame;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
		MailedConfirmation asked = find(token);
		PublishedPage page = page(asked);
		VisitorRequest visitorRequest = VisitorRequest.of(request, this.visitor.user().isPresent());
		WaitingOptIns.Waiting waiting = this.waitingOptIns.find(asked);
		String state = state(asked, waiting);
		Locale locale = PublicNotices.locale(visitorRequest, asked.language());
		Map<String, Object> model = new HashMap<>();
		model.put("state", state);
		model.put("path", PublicPath.CONFIRMATIONS + token);
		model.put("address", AddressMask.email(asked.address()));
		model.put("page", ConfirmationPages.title(page, locale.toLanguageTag()));
		model.put("sender", ConfirmationPages.sender(page, locale.toLanguageTag()));
		model.put("asked", this.frame.day(asked.askedAt(), locale));
		model.put("labels", switch (state) {
			case "ask" -> this.waitingOptIns.labels(asked, page, waiting, locale);
			case "done" -> this.waitingOptIns.labels(asked, page, this.waitingOptIns.confirmed(asked), locale);
			default -> List.of();
		});
		model.put("details", state.equals("ask") ? new TreeMap<>(this.details.find(asked)) : Map.of());
		Instant refused = state.equals("ask") ? this.waitingOptIns.refused(asked.address()) : null;
		if (refused != null) {
			model.put("refused", this.frame.day(refused, locale));
			model.put("opens", waiting.opensEmail());
		}
		return this.frame.page("public.confirm." + state, model, visitorRequest, asked.language());
	}

	/** The address of the page stays, so that going on twice says what stands. */
	@PostMapping
	ResponseEntity<byte[]> answer(@PathVariable String token, HttpServletRequest request) {
		VisitorRequest visitorRequest = VisitorRequest.of(request, this.visitor.user().isPresent());
		if (visitorRequest.console()) {
			return this.frame.console(visitorRequest);
		}
		MailedConfirmation asked = find(token);
		PublishedPage page = page(asked);
		if (state(asked, this.waitingOptIns.find(asked)).equals("ask")) {
			if (request.getParameter("stop") != null) {
				this.act.decline(asked, page, this.frame.evidence(page, visitorRequest));
			}
			else {
				this.act.confirm(asked, page, this.frame.evidence(page, visitorRequest));
			}
		}
		return PublicResponse.go(PublicPath.CONFIRMATIONS + token
				+ ((visitorRequest.lang() != null) ? "?lang=" + locale(visitorRequest, asked) : ""));
	}

	private static String locale(VisitorRequest request, MailedConfirmation asked) {
		return PublicNotices.locale(request, asked.language()).toLanguageTag();
	}

	private String state(MailedConfirmation asked, WaitingOptIns.Waiting waiting) {
		if (asked.answeredAt() != null) {
			return Boolean.TRUE.equals(asked.accepted()) ? "done" : "declined";
		}
		boolean open = asked.isOpen(this.frame.now()) && !waiting.isEmpty() && this.act.isTheirs(asked);
		return open ? "ask" : "over";
	}

	private MailedConfirmation find(String token) {
		return this.pages.id(token)
			.flatMap(this.confirmations::find)
			.orElseThrow(() -> new NotFoundException("confirmation"));
	}

	private PublishedPage page(MailedConfirmation asked) {
		return this.pages.find(asked).orElseThrow(() -> new NotFoundException("page"));
	}

}
