package dev.sayso.decision.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.EditorSamples;
import dev.sayso.decision.Strategies;
import dev.sayso.decision.Strategy;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Representation;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.offer.placement.Surface;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Holds that a review names the offers that were written for other fields than their
 * placement has by now.
 */
@ProductTest
class FieldReviewTests {

	@Autowired
	EditorSamples samples;

	@Autowired
	Placements placements;

	@Autowired
	Strategies strategies;

	@Autowired
	DecisionReview review;

	@Autowired
	FindingMessages messages;

	@Test
	void offersThatSayNothingInAMandatoryFieldOrSomethingInOneThatIsGoneAreNamed() {
		Placement card = this.placements.save(Placement
			.create("card", "Card", "", Surface.WEB, ContentType.FIELDS, 1, EditorSamples.BEFORE, "Sofie Maes")
			.with(layout("heading", "badge")));
		this.samples.approved("spring", "Spring sale", filled());
		this.samples.approve(this.samples.draft("generic-welcome", "Welcome", true, filled()));
		this.samples.collection("all", "All", "spring");
		Decision decision = this.samples.decision("hero",
				new DecisionContent(null,
						List.of(new DecisionScope("card", List.of(EditorSamples.criterion(1, "all")))),
						"generic-welcome", null, false));
		assertThat(this.review.review(decision)).isEmpty();
		this.placements.save(card.with(layout("heading", "text")));
		assertThat(this.messages.say(this.review.review(decision), decision)).extracting(FindingMessages.Sentence::text)
			.containsExactly("Spring sale: says nothing in Label of text, which is mandatory.",
					"Spring sale: what it says in badge shows no longer, since that field is gone.",
					"The fallback Welcome says nothing in Label of text on Card, which is mandatory.",
					"What the fallback Welcome says in badge on Card shows no longer, since that field is gone.");
	}

	@Test
	void theLanguageIsNamedAndTheVeryTextOpensAlsoWhereAStrategyHoldsTheOffer() {
		this.placements.save(Placement
			.create("card", "Card", "", Surface.WEB, ContentType.FIELDS, 1, EditorSamples.BEFORE, "Sofie Maes")
			.with(layout("heading", "badge")));
		this.samples.draft("spring", "Spring sale", false,
				EditorSamples.offer(0, null, null, List.of(said("en", "heading", "Hello", "badge", "New"),
						said("fr", "heading", "Bonjour"), said("nl", "badge", "Nieuw"))));
		this.strategies
			.save(Strategy.create("first", "First", "", Criterion.of(List.of("spring")), Instant.EPOCH, "Sofie Maes"));
		Decision decision = this.samples.decision("hero", new DecisionContent(null,
				List.of(new DecisionScope("card", List.of(Criterion.by(1, "first")))), "", null, false));
		assertThat(this.messages.say(this.review.review(decision), decision))
			.filteredOn((sentence) -> !sentence.error())
			.extracting(FindingMessages.Sentence::text, FindingMessages.Sentence::href)
			.containsExactly(tuple(
					"Spring sale: says nothing in Label of badge (French), Label of heading (Dutch), which is mandatory.",
					"/offers/spring?shown=card.fr"));
	}

	private static Representation said(String language, String... fields) {
		Map<String, String> said = new LinkedHashMap<>();
		for (int at = 0; at < fields.length; at += 2) {
			said.put(fields[at], fields[at + 1]);
		}
		return new Representation("card", language, "", null, null, false, said);
	}

	private static OfferContent filled() {
		return EditorSamples.offer(0, null, null, List
			.of(new Representation("card", "", "", null, null, false, Map.of("heading", "Hello", "badge", "New"))));
	}

	private static ContentLayout layout(String... keys) {
		return new ContentLayout(
				Stream.of(keys).map((key) -> new ContentField(key, "Label of " + key, "text", true, 80)).toList(),
				"<p>{{fields.heading}}</p>");
	}

}
