package dev.sayso.offer.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.sayso.offer.ApprovedOffer;

import static org.assertj.core.api.Assertions.assertThat;

class OfferSelectionTests {

	@Test
	void whatIsPickedByHandKeepsItsOrder() {
		assertThat(picked(CatalogueSamples.hand("c", "a", "gone", "b"), offer("a", 9), offer("b", 5), offer("c", 1),
				offer("d", 7)))
			.containsExactly("c", "a", "b");
	}

	@Test
	void whatIsTaggedComesByPriorityAndThenByKey() {
		assertThat(picked(tagged(false, "x"), offer("b", 5, "x"), offer("a", 5, "x", "y"), offer("c", 9, "x"),
				offer("d", 99, "y")))
			.containsExactly("c", "a", "b");
	}

	@Test
	void oneOrAllOfTheQualifiersAreCarried() {
		ApprovedOffer[] offers = { offer("a", 3, "x"), offer("b", 2, "x", "y"), offer("c", 1, "y") };
		assertThat(picked(tagged(false, "x", "y"), offers)).containsExactly("a", "b", "c");
		assertThat(picked(tagged(true, "x", "y"), offers)).containsExactly("b");
	}

	@Test
	void aFallbackIsNeverIn() {
		ApprovedOffer fallback = new ApprovedOffer(UUID.randomUUID(), 1, "f", "F", true,
				CatalogueSamples.content(1, "x"));
		assertThat(picked(CatalogueSamples.hand("f"), fallback)).isEmpty();
		assertThat(picked(tagged(false, "x"), fallback)).isEmpty();
	}

	@Test
	void fiveHundredAreInAtMostAndThoseFirst() {
		List<ApprovedOffer> offers = new ArrayList<>();
		for (int i = 0; i < 600; i++) {
			offers.add(offer("o-%03d".formatted(i), i, "x"));
		}
		assertThat(picked(tagged(false, "x"), offers.toArray(ApprovedOffer[]::new))).hasSize(500)
			.startsWith("o-599")
			.endsWith("o-100");
	}

	private static List<String> picked(Collection.Content content, ApprovedOffer... approved) {
		return content.select(List.of(approved)).stream().map(ApprovedOffer::slug).toList();
	}

	private static Collection.Content tagged(boolean every, String... qualifiers) {
		return new Collection.Content(List.of(), List.of(qualifiers), every);
	}

	private static ApprovedOffer offer(String slug, int priority, String... qualifiers) {
		return new ApprovedOffer(UUID.randomUUID(), 1, slug, slug, false,
				CatalogueSamples.content(priority, qualifiers));
	}

}
