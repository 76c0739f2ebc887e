package dev.sayso.landing.visit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.landing.LinkToken;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NamedOrigins;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.CurrentUser;

@Controller
@RequestMapping("/p/{slug}/results/{receipt}")
class ResultsController {

	private final PublishedPages pages;

	private final LinkToken tokens;

	private final ResultPage resultPage;

	private final UndoSubmission undoSubmission;

	private final PublicNotices notices;

	private final CurrentUser visitor;

	ResultsController(PublishedPages pages, LinkToken tokens, ResultPage resultPage, UndoSubmission undoSubmission,
			PublicNotices notices, CurrentUser visitor) {
		this.pages = pages;
		this.tokens = tokens;
		this.resultPage = resultPage;
		this.undoSubmission = undoSubmission;
		this.notices = notices;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<byte[]> show(@PathVariable String slug, @PathVariable String receipt, HttpServletRequest request) {
		LinkToken.Receipt shown = receipt(receipt);
		if (!shown.identified()) {
			request.setAttribute(NamedOrigins.SHARED, true);
		}
		return this.resultPage.show(this.pages.get(slug, null), shown, "/p/" + slug + "/results/" + receipt,
				way(request), VisitorRequest.of(request, this.visitor.user().isPresent()));
	}

	@PostMapping("/undo")
	ResponseEntity<byte[]> undo(@PathVariable String slug, @PathVariable String receipt, HttpServletRequest request) {
		PublishedPage page = this.pages.get(slug, null);
		VisitorRequest visitorRequest = VisitorRequest.of(request, this.visitor.user().isPresent());
		if (visitorRequest.console()) {
			return this.notices.console(page, visitorRequest);
		}
		Submission undone = this.undoSubmission.undo(page, receipt(receipt), visitorRequest);
		return PublicResponse.go("/p/" + slug + "/results/" + receipt + "?lang=" + undone.language());
	}

	/** Only numbers of ways that the page has; -1 for none. */
	private static int way(HttpServletRequest request) {
		String way = request.getParameter("way");
		return (way != null && way.matches("[0-9]{1,2}")) ? Integer.parseInt(way) : -1;
	}

	private LinkToken.Receipt receipt(String text) {
		return this.tokens.receipt(text).orElseThrow(() -> new NotFoundException("result"));
	}

}
