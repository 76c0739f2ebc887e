package dev.sayso.landing.configuration;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.springframework.stereotype.Component;

import dev.sayso.landing.LandingPage;
import dev.sayso.landing.editor.PageMessages;
import dev.sayso.landing.review.PageFinding;
import dev.sayso.landing.review.PageReviews;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * What a review finds that keeps a page from being published, at its place in the
 * configuration file.
 */
@Component
class PageFaults {

	/** What depends on other pages, which may still come. */
	private static final Set<String> LEADING = Set.of("link", "thanks-page", "thanks-gone");

	private final PageReviews reviews;

	private final PageMessages messages;

	PageFaults(PageReviews reviews, PageMessages messages) {
		this.reviews = reviews;
		this.messages = messages;
	}

	/**
	 * What it finds by the page itself.
	 * @param page with what is to be published as its draft
	 * @param over whether its time may be over, as it is of a page that is expired
	 */
	List<Fault> find(LandingPage page, boolean over, PageItem written, String at) {
		return say(page, written, at, (code) -> !LEADING.contains(code) && !(over && code.equals("past")));
	}

	/** What it finds by where the page leads, once all pages are there. */
	List<Fault> findLeading(LandingPage page, PageItem written, String at) {
		return say(page, written, at, LEADING::contains);
	}

	private List<Fault> say(LandingPage page, PageItem written, String at, Predicate<String> codes) {
		return this.reviews.review(page)
			.stream()
			.filter((finding) -> finding.weight() == PageFinding.Weight.FIX && codes.test(finding.code()))
			.map((finding) -> new Fault(at + place(finding, written), this.messages.say(finding, page).text()))
			.toList();
	}

	private static String place(PageFinding finding, PageItem written) {
		String language = finding.language();
		String within = (language != null) ? "/texts/" + language : "";
		String block = finding.block();
		if (block != null) {
			List<BlockItem> blocks = written.blockList();
			return IntStream.range(0, blocks.size())
				.filter((place) -> blocks.get(place).name(place + 1).equals(block))
				.mapToObj((place) -> "/blocks/" + place + within)
				.findFirst()
				.orElse(within.isEmpty() ? "/blocks" : within + "/title");
		}
		return switch (finding.place()) {
			case "organisation" -> "/sender/organisation";
			case "address" -> "/sender";
			case "to" -> "/validity/to";
			case "confirmsByMail" -> "/mails/confirm";
			case "way-kind" -> "/thankYou/page";
			case "privacyNotice", "resultTitle", "resultText", "inactive" -> within + "/" + finding.place();
			default -> finding.place().startsWith("rule-")
					? "/thankYou/rules/" + (Integer.parseInt(finding.place().substring("rule-".length())) - 1) + "/page"
					: finding.place().isEmpty() ? "" : "/" + finding.place();
		};
	}

}
