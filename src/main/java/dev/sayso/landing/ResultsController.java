package dev.sayso.landing;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import dev.sayso.shared.NotFound;
import dev.sayso.shared.Visitor;

/**
 * Shows what a form came to, and takes it back.
 */
@Controller
@RequestMapping("/p/{slug}/results/{receipt}")
class ResultsController {

	private final Editions editions;

	private final LinkToken tokens;

	private final ShowResult results;

	private final TakeBack takeBack;

	private final Sentences sentences;

	private final Visitor visitor;

	ResultsController(Editions editions, LinkToken tokens, ShowResult results, TakeBack takeBack, Sentences sentences,
			Visitor visitor) {
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
				Visit.of(request, this.visitor.user().isPresent()));
	}

	@PostMapping("/undo")
	ResponseEntity<String> undo(@PathVariable String slug, @PathVariable String receipt, HttpServletRequest request) {
		Edition edition = edition(slug);
		Visit visit = Visit.of(request, this.visitor.user().isPresent());
		if (visit.console()) {
			return this.sentences.console(edition, visit);
		}
		Submission undone = this.takeBack.undo(edition, receipt(receipt), visit);
		return Answer.go("/p/" + slug + "/results/" + receipt + "?lang=" + undone.language());
	}

	private Edition edition(String slug) {
		return this.editions.find(slug).orElseThrow(() -> new NotFound("page " + slug));
	}

	private LinkToken.Receipt receipt(String text) {
		return this.tokens.receipt(text).orElseThrow(() -> new NotFound("result"));
	}

}
