package dev.sayso.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.home.configuration.ConfigurationFiles;
import dev.sayso.offer.ApprovedOffer;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Qualifier;
import dev.sayso.offer.Qualifiers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.person.Details;
import dev.sayso.store.FourEyes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the decisions of a store against those of an empty one that its configuration was
 * brought into, whatever is in the catalogue and whoever asks. {@code -Dseed=} replays.
 */
@ProductTest
class ConfigurationAgreementTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	PeopleLoader people;

	@Autowired
	LiveSnapshotAssembler assembler;

	private ConfigurationFiles files;

	@Test
	void anEmptyStoreDecidesLikeTheOneWhoseConfigurationItTook() throws Exception {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		Random random = new Random(seed);
		this.files = new ConfigurationFiles(this.sayso).begin();
		int taken = 0;
		for (int number = 0; taken < 8 && number < 200; number++) {
			RandomCatalogue catalogue = new RandomCatalogue(random);
			String which = "seed " + seed + ", catalogue " + number;
			this.files.clear();
			DecisionContent inlined = store(catalogue, random);
			LiveDecision before = live();
			Decision decision = this.sayso.getBean(Decisions.class).get("some");
			agree(this.assembler.one(decision, 1, inlined), before, catalogue, random, which);
			String file = this.files.read("");
			this.files.clear();
			MvcTestResult answer = this.files.put("", file);
			if (answer.getResponse().getStatus() == 422) {
				assertThat(answer.getResponse().getContentAsString()).as(which).contains("\"pointer\"");
				continue;
			}
			assertThat(answer).as(which).hasStatusOk();
			taken++;
			agree(before, live(), catalogue, random, which);
			assertThat(this.files.read("")).as(which).isEqualTo(file);
			int audited = this.files.audited();
			assertThat(this.files.put("", file)).hasStatusOk().bodyText().doesNotContain("created", "updated");
			assertThat(this.files.audited()).as(which).isEqualTo(audited);
		}
		assertThat(taken).as("seed " + seed).isEqualTo(8);
	}

	/** The same without what is gone, which cannot be brought anywhere. */
	private static OfferContent whole(OfferContent content) {
		List<Representation> texts = content.representations()
			.stream()
			.map((text) -> new Representation(text.placement(), text.language().replace("nl-be", "nl-BE"),
					text.content(), null, null, text.main(), text.fields()))
			.toList();
		return new OfferContent(texts, content.qualifiers(), Map.of("margin", 3), content.validity(),
				content.priority(), whole(content.eligibility()), content.caps(), content.personal());
	}

	private static String whole(String eligibility) {
		return eligibility.contains("attributes.gone") ? "" : eligibility;
	}

	private static DecisionContent whole(DecisionContent content) {
		List<DecisionScope> scopes = content.scopes()
			.stream()
			.map((scope) -> new DecisionScope(scope.placement(), scope.criteria()
				.stream()
				.filter((criterion) -> !criterion.collection().equals("some-4"))
				.map((criterion) -> new Criterion(criterion.order(), criterion.collection(),
						whole(criterion.eligibility()), criterion.formula(), criterion.learned(), criterion.missing(),
						criterion.offers().stream().filter((offer) -> offer.startsWith("offer-")).toList()))
				.toList()))
			.toList();
		return new DecisionContent(content.validity(), scopes, "floor", content.unguarded(), content.repeats());
	}

	private static Collection.Content whole(Collection.Content content) {
		return new Collection.Content(content.offers(), content.qualifiers().stream().distinct().toList(),
				content.every());
	}

	/**
	 * Keeps a catalogue, with some of the criteria as strategies.
	 * @return the decision without them
	 */
	private DecisionContent store(RandomCatalogue catalogue, Random random) {
		RandomCatalogue.QUALIFIERS.forEach((key) -> this.sayso.getBean(Qualifiers.class)
			.save(Qualifier.create(key, "Name of " + key, RandomCatalogue.NOW, "test")));
		catalogue.placements.forEach((placement) -> this.sayso.getBean(Placements.class)
			.save(new Placement(placement.id(), null, placement.slug(), placement.name(), "", placement.surface(),
					placement.contentType(), placement.items(), placement.layout(), null, RandomCatalogue.NOW,
					RandomCatalogue.NOW, "test")));
		for (ApprovedOffer offer : catalogue.offers) {
			Offer saved = this.sayso.getBean(Offers.class)
				.save(new Offer(offer.offer(), null, offer.slug(), offer.name(), "", offer.fallback(),
						whole(offer.content()), 1, null, RandomCatalogue.NOW, RandomCatalogue.NOW, "test"));
			this.sayso.getBean(OfferVersions.class).add(saved);
		}
		catalogue.collections.forEach((collection) -> this.sayso.getBean(Collections.class)
			.save(new Collection(collection.id(), null, collection.slug(), collection.name(), "",
					whole(collection.content()), null, RandomCatalogue.NOW, RandomCatalogue.NOW, "test")));
		NamedCriteria named = NamedCriteria.of(whole(catalogue.decision), random);
		named.said()
			.forEach((key, criterion) -> this.sayso.getBean(Strategies.class)
				.save(Strategy.create(key, "Name of " + key, "", criterion, RandomCatalogue.NOW, "test")));
		Decision decision = this.sayso.getBean(Decisions.class)
			.save(new Decision(UUID.randomUUID(), null, "some", "Some", "", named.content(), 1, null, null,
					RandomCatalogue.NOW, RandomCatalogue.NOW, "test", FourEyes.of("test", RandomCatalogue.NOW)));
		this.sayso.getBean(DecisionVersions.class).add(decision, decision.name(), decision.draft(), null);
		return whole(catalogue.decision);
	}

	private LiveDecision live() {
		return this.assembler.everything(0).decisions().get("some");
	}

	private void agree(LiveDecision before, LiveDecision after, RandomCatalogue catalogue, Random random,
			String which) {
		for (int one = 0; one < 12; one++) {
			OraclePerson person = new OraclePerson(pick(random, null, "FR", "BE"),
					pick(random, "", "fr", "nl-be", "de", "en-gb"), random.nextBoolean(), random.nextBoolean());
			Details details = new Details(null, "Ana", null, null, null, null, null, null, null, null, "Ghent",
					person.country(), person.language(), null, null);
			PersonFacts known = this.people.imagined(details, Map.of(),
					SampleConsents.personalize(person.personalizes()));
			DecisionContext context = new DecisionContext(RandomCatalogue.NOW, known, person.personalizes(),
					person.models(), person.language(), random.nextBoolean() ? Map.of("boost", 2.5) : Map.of(),
					(offer) -> null);
			assertThat(decide(after, context)).as(() -> which + "\n" + person + "\n" + catalogue.decision)
				.isEqualTo(decide(before, context));
		}
	}

	private static List<String> decide(LiveDecision live, DecisionContext context) {
		List<DecisionEngine.RequestedScope> scopes = live.scopes()
			.values()
			.stream()
			.map((scope) -> new DecisionEngine.RequestedScope(live, scope, scope.placement().items()))
			.toList();
		List<String> told = new ArrayList<>();
		DecisionEngine.decide(scopes, context, false).forEach((result) -> {
			told.add(result.scope().placement().slug() + " " + result.reason());
			result.items().forEach((item) -> told.add(item.offer().slug() + " " + item.content() + " " + item.score()));
			ChosenOffer fallback = result.fallback();
			told.add((fallback != null) ? fallback.offer().slug() + " " + fallback.content() : "nothing");
		});
		return told;
	}

	@SafeVarargs
	private static <T> T pick(Random random, T... some) {
		return some[random.nextInt(some.length)];
	}

}
