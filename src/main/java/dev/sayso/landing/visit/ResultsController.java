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
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.page.SignedInVisitor;

/**
 * Shows what a form came to, and takes it back.
 */
@Controller
@RequestMapping("/p/{slug}/results/{receipt}")
class ResultsController {

	private final PublishedPages editions;

	private final LinkToken tokens;

	private final ResultPage results;

	private final TakeBack takeBack;

	private final PublicNotices sentences;

	private final SignedInVisitor visitor;

	ResultsController(PublishedPages editions, LinkToken tokens, ResultPage results, TakeBack takeBack,
			PublicNotices sentences, SignedInVisitor visitor) {
		this.editions = editions;
		this.tokens = tokens;
		this.results = results;
		this.takeBack = takeBack;
		this.sentences = sentences;
		this.visitor = visitor;
	}

	@GetMapping
	ResponseEntity<String> show(@PathVariable String slug, @PathVariable String receipt, HttpServletRequest request) {
		return this.results.show(edition(slug), receipt(receipt), "/p/" + slug + "/results/" + receipt,
				VisitorRequest.of(request, this.visitor.user().isPresent()));
	}

	@PostMapping("/undo")
	ResponseEntity<String> undo(@PathVariable String slug, @PathVariable String receipt, HttpServletRequest request) {
		PublishedPage edition = edition(slug);
		VisitorRequest visit = VisitorRequest.of(request, this.visitor.user().isPresent());
		if (visit.console()) {
			return this.sentences.console(edition, visit);
		}
		Submission undone = this.takeBack.undo(edition, receipt(receipt), visit);
		return PublicResponse.go("/p/" + slug + "/results/" + receipt + "?lang=" + undone.language());
	}

	private PublishedPage edition(String slug) {
		return this.editions.find(slug).orElseThrow(() -> new NotFoundException("page " + slug));
	}

	private LinkToken.Receipt receipt(String text) {
		return this.tokens.receipt(text).orElseThrow(() -> new NotFoundException("result"));
	}

}
