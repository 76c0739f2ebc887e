package dev.sayso.landing.notice;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.landing.visit.PublicNotices;
import dev.sayso.landing.visit.PublicPageRenderer;
import dev.sayso.landing.visit.PublicResponse;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;

/**
 * The page to which a mail leads that tells what was done by a personal link: it says it
 * again, and undoes it in one press.
 */
@Controller
@RequestMapping(PublicPath.CHANGES + "{token}")
class ChangesController implements PublicResponse.Served {

	private final LinkToken tokens;

	private final FormChanges changes;

	private final ChangeWords words;

	private final PublicNotices notices;

	private final PublicPageRenderer renderer;

	private final CurrentUser visitor;

	ChangesController(LinkToken tokens, FormChanges changes, ChangeWords words, PublicNotices notices,
			PublicPageRenderer renderer, CurrentUser visitor) {
		this.tokens = tokens;
		this.changes = changes;
		this.words = words;
		this.notices = notices;
		this.renderer = renderer;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String token, HttpServletRequest request) {
		FormChanges.Undoable of = find(token);
		VisitorRequest visitorRequest = VisitorRequest.of(request, false);
		String language = of.submission().language();
		Locale locale = PublicNotices.locale(visitorRequest, language);
		boolean undone = of.isUndone();
		return this.renderer.once(HttpStatus.OK,
				this.notices.frame(undone ? "public.changes.undone" : "public.changes", visitorRequest, language),
				"changes",
				Map.of("lines", this.words.list(of.entries(), of.details().keySet(), locale), "path",
						PublicPath.CHANGES + token + "?lang=" + locale.toLanguageTag(), "undone", undone, "undoable",
						of.isUndoable()));
	}

	@PostMapping
	ResponseEntity<byte[]> undo(@PathVariable String token, HttpServletRequest request) {
		VisitorRequest visitorRequest = VisitorRequest.of(request, this.visitor.user().isPresent());
		if (visitorRequest.console()) {
			return this.notices.console(visitorRequest);
		}
		FormChanges.Undoable of = find(token);
		if (of.isUndoable()) {
			this.changes.undo(of, visitorRequest);
		}
		return PublicResponse.go(PublicPath.CHANGES + token + "?lang="
				+ PublicNotices.locale(visitorRequest, of.submission().language()).toLanguageTag());
	}

	private FormChanges.Undoable find(String token) {
		return this.tokens.receipt(token)
			.filter(LinkToken.Receipt::identified)
			.flatMap((receipt) -> this.changes.find(receipt.submission(), (change) -> true))
			.or(() -> this.tokens.openings(token).flatMap((id) -> this.changes.find(id, TellChanges::opens)))
			.orElseThrow(() -> new NotFoundException("changes"));
	}

}
