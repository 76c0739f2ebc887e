package dev.sayso.decision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.decision.formula.MissingValue;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;

/**
 * Placements, offers, collections and a decision over them, as odd as they come.
 */
final class RandomCatalogue {

	static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	static final List<String> QUALIFIERS = List.of("autumn", "loyal", "shoes");

	private static final List<String> TEXTS = List.of("Welcome", "Hello {{profile.firstName|you}}",
			"Hello {{context.weather}}", "{{offer.name}} in {{profile.city}}", "For {{offer.attributes.margin}}");

	final List<ApprovedOffer> offers = new ArrayList<>();

	final List<Collection> collections = new ArrayList<>();

	final List<Placement> placements = new ArrayList<>();

	final DecisionContent decision;

	/** The caps that are spent, by offer. */
	final Map<UUID, Boolean> spent = new HashMap<>();

	private final Random random;

	RandomCatalogue(Random random) {
		this.random = random;
		IntStream.range(0, 3).forEach((number) -> this.placements.add(placement("place-" + number)));
		IntStream.range(0, random.nextInt(14)).forEach((number) -> this.offers.add(offer("offer-" + number, false)));
		this.offers.add(offer("floor", true));
		this.offers.forEach((offer) -> this.spent.put(offer.offer(), random.nextInt(8) == 0));
		IntStream.range(0, 4).forEach((number) -> this.collections.add(collection("some-" + number)));
		this.decision = decision();
	}

	/** One of them has fields. */
	private Placement placement(String slug) {
		boolean fields = slug.equals("place-2");
		return new Placement(UUID.randomUUID(), 0, slug, slug, "", "web",
				(fields ? ContentType.FIELDS : ContentType.TEXT).key(), 1 + this.random.nextInt(3),
				fields ? new ContentLayout(List.of(new ContentField("heading", "Heading", "heading", true, 200)),
						"{{fields.heading}}") : null,
				null, NOW, NOW, "");
	}

	private ApprovedOffer offer(String slug, boolean fallback) {
		List<Representation> said = new ArrayList<>();
		for (Placement placement : this.placements) {
			boolean any = this.random.nextInt(3) == 0;
			for (String language : List.of("", "fr", "en", "nl-be")) {
				if (language.isEmpty() ? any : this.random.nextInt(3) == 0) {
					String text = fallback ? "Everybody" : one(TEXTS);
					boolean main = language.equals("en") && !any && this.random.nextBoolean();
					boolean fields = placement.format().hasFields();
					said.add(new Representation(placement.slug(), language, fields ? "" : text, null, null, main,
							fields ? Map.of("heading", text) : null));
				}
			}
		}
		Map<String, Object> attributes = this.random.nextBoolean() ? Map.of("margin", this.random.nextInt(5))
				: Map.of();
		return new ApprovedOffer(UUID.randomUUID(), 1, slug, "Offer " + slug, fallback,
				new OfferContent(said, QUALIFIERS.stream().filter((one) -> this.random.nextBoolean()).toList(),
						attributes, validity(8), this.random.nextInt(4), fallback ? "" : eligibility(), List.of(),
						!fallback && this.random.nextInt(6) == 0));
	}

	private Validity validity(int rarely) {
		LocalDateTime now = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);
		return switch (this.random.nextInt(rarely)) {
			case 0 -> new Validity(now.plusDays(1), null, "UTC");
			case 1 -> new Validity(null, now, "UTC");
			case 2 -> new Validity(now, now.plusSeconds(1), "UTC");
			default -> Validity.ALWAYS;
		};
	}

	private String eligibility() {
		Condition condition = this.random.nextBoolean() ? Condition.EVERYBODY : one(ConditionCase.ALL).condition();
		return condition.isEverybody() ? "" : ConditionJson.write(condition);
	}

	private Collection collection(String slug) {
		boolean dynamic = this.random.nextBoolean();
		List<String> named = named();
		Collection.Content content = dynamic ? new Collection.Content(List.of(),
				List.of(one(QUALIFIERS), one(QUALIFIERS)), this.random.nextBoolean())
				: new Collection.Content(named, List.of(), false);
		return new Collection(UUID.randomUUID(), 0, slug, slug, "", content, null, NOW, NOW, "");
	}

	private List<String> named() {
		List<String> named = new ArrayList<>(
				Stream.concat(this.offers.stream().map(ApprovedOffer::slug), Stream.of("gone"))
					.filter((one) -> this.random.nextBoolean())
					.toList());
		java.util.Collections.shuffle(named, this.random);
		return named;
	}

	private DecisionContent decision() {
		List<DecisionScope> scopes = this.placements.stream()
			.map((placement) -> new DecisionScope(placement.slug(),
					IntStream.range(0, this.random.nextInt(5)).mapToObj((number) -> criterion()).toList()))
			.toList();
		return new DecisionContent(validity(20), scopes, (this.random.nextInt(5) == 0) ? "" : "floor",
				(this.random.nextInt(3) == 0) ? "a test" : "", this.random.nextInt(3) == 0);
	}

	private Criterion criterion() {
		String formula = this.random.nextInt(3) == 0 ? one(FormulaCase.ALL).source() : "";
		Criterion shared = new Criterion(this.random.nextInt(3), "some-" + this.random.nextInt(5), eligibility(),
				formula, this.random.nextInt(3) == 0,
				one(List.of(MissingValue.OUT, MissingValue.PRIORITY, MissingValue.of(0), MissingValue.of(42.5))));
		return (this.random.nextInt(3) == 0) ? shared.holding(named()) : shared;
	}

	private <T> T one(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

}
