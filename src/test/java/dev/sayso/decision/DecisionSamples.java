package dev.sayso.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.decision.editor.DecisionManagement;
import dev.sayso.decision.outcome.OutcomeWriter;
import dev.sayso.offer.Cap;
import dev.sayso.offer.Offer;
import dev.sayso.offer.OfferContent;
import dev.sayso.offer.OfferVersions;
import dev.sayso.offer.Offers;
import dev.sayso.offer.Representation;
import dev.sayso.offer.Validity;
import dev.sayso.offer.collection.Collection;
import dev.sayso.offer.collection.Collections;
import dev.sayso.offer.placement.CatalogueChanged;
import dev.sayso.offer.placement.Placement;
import dev.sayso.offer.placement.Placements;
import dev.sayso.person.People;
import dev.sayso.shared.Ids;

/**
 * The samples of the decision room: placements, offers and decisions as the console would
 * have made them.
 */
public final class DecisionSamples {

	private static final Instant THEN = Instant.parse("2026-01-05T08:00:00Z");

	private final ApplicationContext sayso;

	private final JdbcClient jdbc;

	public DecisionSamples(ApplicationContext sayso) {
		this.sayso = sayso;
		this.jdbc = sayso.getBean(JdbcClient.class);
	}

	/**
	 * Begins on an emptied store: what is live is assembled anew, and the token
	 * {@code decisions} may ask for it.
	 */
	public DecisionSamples begin() {
		this.sayso.getBean(OutcomeWriter.class).write();
		this.jdbc.sql("delete from outcome_count").update();
		this.jdbc.sql("delete from proposition").update();
		ApiTokenSamples.addAll(this.jdbc, "decisions", "profiles");
		changed();
		return this;
	}

	public void changed() {
		this.sayso.publishEvent(new CatalogueChanged());
	}

	public DecisionSamples placement(String slug, String surface, String type) {
		this.sayso.getBean(Placements.class)
			.save(new Placement(Ids.next(), null, slug, "Name of " + slug, "", surface, type, 1, null, null, THEN, THEN,
					"test"));
		return this;
	}

	/** An offer while it is made. */
	public static final class Draft {

		private final String slug;

		private final List<Representation> says;

		private int priority = 10;

		private String eligibility = "";

		private @Nullable Validity validity;

		private List<Cap> caps = List.of();

		private Draft(String slug, List<Representation> says) {
			this.slug = slug;
			this.says = says;
		}

		public Draft priority(int high) {
			this.priority = high;
			return this;
		}

		public Draft eligible(Condition condition) {
			this.eligibility = ConditionJson.write(condition);
			return this;
		}

		public Draft during(Validity some) {
			this.validity = some;
			return this;
		}

		public Draft caps(Cap... each) {
			this.caps = List.of(each);
			return this;
		}

	}

	public static Draft says(String slug, String placement, String content) {
		return says(slug, new Representation(placement, "", content, null, null));
	}

	public static Draft says(String slug, Representation... says) {
		return new Draft(slug, List.of(says));
	}

	public DecisionSamples offers(Draft... drafts) {
		for (Draft draft : drafts) {
			offer(draft, false);
		}
		return this;
	}

	public DecisionSamples fallback(Draft draft) {
		offer(draft, true);
		return this;
	}

	private void offer(Draft draft, boolean fallback) {
		OfferContent content = new OfferContent(draft.says, null, null, draft.validity, draft.priority,
				draft.eligibility, draft.caps, false);
		Offer offer = this.sayso.getBean(Offers.class)
			.save(new Offer(Ids.next(), null, draft.slug, "Name of " + draft.slug, "", fallback, content, 1, null, THEN,
					THEN, "test"));
		this.sayso.getBean(OfferVersions.class).add(offer);
	}

	public DecisionSamples collection(String slug, String... offers) {
		this.sayso.getBean(Collections.class)
			.save(new Collection(Ids.next(), null, slug, "Name of " + slug, "",
					new Collection.Content(List.of(offers), List.of(), false), null, THEN, THEN, "test"));
		return this;
	}

	/**
	 * A scope whose only criterion is for everybody, by priority.
	 */
	public static DecisionScope scope(String placement, String collection) {
		return new DecisionScope(placement, List.of(new Criterion(0, collection, "", "", false)));
	}

	public Decision live(String slug, String fallback, DecisionScope... scopes) {
		return live(slug, new DecisionContent(null, Arrays.asList(scopes), fallback, "", false));
	}

	/** A decision that names marketing actions. */
	public Decision live(String slug, String fallback, List<String> actions, DecisionScope... scopes) {
		return live(slug, new DecisionContent(null, Arrays.asList(scopes), fallback, "", false, actions));
	}

	Decision live(String slug, DecisionContent content) {
		DecisionManagement management = this.sayso.getBean(DecisionManagement.class);
		Decision draft = management.create(slug, "Name of " + slug, "", content, People.OPERATOR);
		return management.publish(draft.id(), version(draft.id()), People.OPERATOR);
	}

	public int version(UUID decision) {
		return this.jdbc.sql("select version from decision where id = :id")
			.param("id", decision)
			.query(Integer.class)
			.single();
	}

	/**
	 * Decisions taken so far that are counted, by offer.
	 */
	public Map<String, Long> counted(String event) {
		this.sayso.getBean(OutcomeWriter.class).write();
		Map<String, Long> counted = new java.util.TreeMap<>();
		this.jdbc.sql("select offer, sum(taken) from outcome_count where event = :event group by offer")
			.param("event", event)
			.query((row) -> {
				counted.put(row.getString(1), row.getLong(2));
			});
		return counted;
	}

}
