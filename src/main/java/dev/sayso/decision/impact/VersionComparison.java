package dev.sayso.decision.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.PersonFacts;
import dev.sayso.consent.Purpose;
import dev.sayso.decision.CapUsage;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.ScopeResult;
import dev.sayso.person.Profile;

/**
 * Decides for one person after the other by the version that holds and by a draft, and
 * counts what comes of it on each placement.
 */
final class VersionComparison {

	private final @Nullable LiveDecision live;

	private final LiveDecision draft;

	private final Instant at;

	private final List<DecisionEngine.RequestedScope> before;

	private final List<DecisionEngine.RequestedScope> after;

	private final Map<String, Tally> tallies = new LinkedHashMap<>();

	private final Map<String, Long> languages = new HashMap<>();

	private long people;

	/**
	 * Compares, as of the moment or, where the draft begins later, as of then.
	 * @param live null where nothing was published
	 */
	VersionComparison(@Nullable LiveDecision live, LiveDecision draft, Instant now) {
		this.live = live;
		this.draft = draft;
		this.at = draft.begins().isAfter(now) ? draft.begins() : now;
		this.before = (live != null) ? scopes(live) : List.of();
		this.after = scopes(draft);
		Set<String> placements = new LinkedHashSet<>(draft.scopes().keySet());
		this.before.forEach((requested) -> placements.add(requested.scope().placement().slug()));
		placements.forEach((placement) -> this.tallies.put(placement, new Tally()));
	}

	private static List<DecisionEngine.RequestedScope> scopes(LiveDecision decision) {
		return decision.scopes()
			.values()
			.stream()
			.map((scope) -> new DecisionEngine.RequestedScope(decision, scope, scope.placement().items()))
			.toList();
	}

	List<LiveScope> scopes() {
		return Stream.concat(this.before.stream(), this.after.stream())
			.map(DecisionEngine.RequestedScope::scope)
			.toList();
	}

	/**
	 * Counts a person.
	 * @return what the draft gives them, by placement
	 */
	Map<String, ScopeResult> add(PersonFacts person, CapUsage usage) {
		Profile profile = person.part(Profile.class);
		DecisionContext context = DecisionContext.of(person, null, Map.of(), this.at, usage);
		Map<String, ScopeResult> now = byPlacement(this.before, context);
		Map<String, ScopeResult> later = byPlacement(this.after, context);
		boolean refuses = later.values()
			.stream()
			.anyMatch((result) -> result.reason() == DecisionReason.PERSONALIZATION_REFUSED);
		Map<String, ScopeResult> consenting = refuses
				? byPlacement(this.after, context.consenting(Purpose.PERSONALIZE_CONTENT)) : Map.of();
		this.tallies.forEach((placement, tally) -> {
			ScopeResult result = later.get(placement);
			boolean refused = result != null && result.reason() == DecisionReason.PERSONALIZATION_REFUSED;
			tally.add(profile.id().id(), now.get(placement), result, refused ? consenting.get(placement) : null);
		});
		this.languages.merge(context.language(), 1L, Long::sum);
		this.people++;
		return later;
	}

	private static Map<String, ScopeResult> byPlacement(List<DecisionEngine.RequestedScope> scopes,
			DecisionContext context) {
		Map<String, ScopeResult> results = new LinkedHashMap<>();
		DecisionEngine.decide(scopes, context, false)
			.forEach((result) -> results.put(result.scope().placement().slug(), result));
		return results;
	}

	long people() {
		return this.people;
	}

	ImpactResult result(boolean sampled) {
		List<ImpactResult.InScope> scopes = new ArrayList<>();
		this.tallies.forEach((placement, tally) -> scopes
			.add(tally.result(placement, this.live != null && this.live.scopes().containsKey(placement),
					this.draft.scopes().containsKey(placement))));
		return new ImpactResult(this.at, (this.live != null) ? this.live.version() : null, this.people, sampled, scopes,
				Map.copyOf(this.languages));
	}

	private static final class Tally {

		private final Map<Answer, Count> counts = new LinkedHashMap<>();

		private final Map<String, Count> refused = new LinkedHashMap<>();

		private final Map<Way, Count> ways = new LinkedHashMap<>();

		private long down;

		private long up;

		private long across;

		private record Answer(String offer, DecisionReason reason) {
		}

		private record Way(ImpactResult.@Nullable Got from, ImpactResult.@Nullable Got to, boolean behind) {
		}

		private static final class Count {

			private long before;

			private long after;

			private @Nullable UUID example;

		}

		/**
		 * Counts a person.
		 * @param before what they get now; null where nothing is asked there
		 * @param consenting what they would get if they consented to personalization;
		 * null where that was not asked
		 */
		void add(UUID person, @Nullable ScopeResult before, @Nullable ScopeResult after,
				@Nullable ScopeResult consenting) {
			if (before != null) {
				answers(before).forEach((answer) -> count(answer).before++);
				answers(before).forEach((answer) -> example(count(answer), person));
			}
			if (after != null) {
				answers(after).forEach((answer) -> count(count(answer), person));
			}
			count(this.ways.computeIfAbsent(way(before, after), (key) -> new Count()), person);
			boolean falls = false;
			if (before != null && after != null) {
				falls = picked(before) && !picked(after);
				this.down += falls ? 1 : 0;
				this.up += (!picked(before) && picked(after)) ? 1 : 0;
				this.across += (picked(before) && picked(after) && !answers(before).equals(answers(after))) ? 1 : 0;
			}
			if (consenting != null && picked(consenting)) {
				Count count = this.refused.computeIfAbsent(consenting.items().get(0).offer().slug(),
						(offer) -> new Count());
				count.after++;
				count.before += falls ? 1 : 0;
				example(count, person);
			}
		}

		private Count count(Answer answer) {
			return this.counts.computeIfAbsent(answer, (key) -> new Count());
		}

		private static Way way(@Nullable ScopeResult before, @Nullable ScopeResult after) {
			ImpactResult.Got from = got(before);
			ImpactResult.Got to = got(after);
			boolean behind = before != null && after != null && from.equals(to)
					&& before.items().size() + after.items().size() > 2 && !answers(before).equals(answers(after));
			return new Way(from, to, behind);
		}

		private static ImpactResult.@Nullable Got got(@Nullable ScopeResult result) {
			return (result != null) ? new ImpactResult.Got(answers(result).get(0).offer(), picked(result)) : null;
		}

		/** Who would get it is the better example. */
		private static void count(Count count, UUID person) {
			if (count.after == 0) {
				count.example = person;
			}
			count.after++;
		}

		private static void example(Count count, UUID person) {
			if (count.example == null) {
				count.example = person;
			}
		}

		private static boolean picked(ScopeResult result) {
			return result.reason() == DecisionReason.PICKED;
		}

		private static List<Answer> answers(ScopeResult result) {
			if (result.items().isEmpty()) {
				return List.of(new Answer((result.fallback() != null) ? result.fallback().offer().slug() : "",
						result.reason()));
			}
			List<Answer> answers = new ArrayList<>(result.items().size());
			result.items().forEach((item) -> answers.add(new Answer(item.offer().slug(), result.reason())));
			return answers;
		}

		ImpactResult.InScope result(String placement, boolean before, boolean after) {
			List<ImpactResult.Row> rows = new ArrayList<>();
			this.counts.forEach((answer, count) -> rows
				.add(new ImpactResult.Row(answer.offer(), answer.reason(), count.before, count.after, count.example)));
			rows.sort(Comparator.comparing(ImpactResult.Row::reason)
				.thenComparing(ImpactResult.Row::after, Comparator.reverseOrder())
				.thenComparing(ImpactResult.Row::before, Comparator.reverseOrder()));
			List<ImpactResult.Refused> opened = new ArrayList<>();
			this.refused.forEach((offer, count) -> opened
				.add(new ImpactResult.Refused(offer, count.after, count.before, count.example)));
			opened.sort(Comparator.comparing(ImpactResult.Refused::all, Comparator.reverseOrder()));
			return new ImpactResult.InScope(placement, before, after, this.down, this.up, this.across, rows, opened,
					moves());
		}

		private List<ImpactResult.Move> moves() {
			List<ImpactResult.Move> moves = new ArrayList<>();
			this.ways.forEach((way, count) -> moves
				.add(new ImpactResult.Move(way.from(), way.to(), way.behind(), count.after, count.example)));
			moves.sort(Comparator.comparing(ImpactResult.Move::people, Comparator.reverseOrder()));
			return moves;
		}

	}

}
