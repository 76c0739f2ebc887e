package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.ScopeResult;

/**
 * Counts on one placement what people get now, and what they would get.
 */
final class ImpactTally {

	private final Map<Got, Many> got = new LinkedHashMap<>();

	private final Map<String, Many> refused = new LinkedHashMap<>();

	private long down;

	private long up;

	private long across;

	/** Something one can get. */
	private record Got(String offer, DecisionReason reason) {
	}

	/** How many get it, or lose it. */
	private static final class Many {

		private long before;

		private long after;

		private @Nullable UUID example;

	}

	/**
	 * Counts somebody.
	 * @param before what they get now; null where nothing is asked there
	 * @param after what they would get
	 * @param consenting what they would get if they consented to personalization; null
	 * where that was not asked
	 */
	void add(UUID person, @Nullable ScopeResult before, @Nullable ScopeResult after, @Nullable ScopeResult consenting) {
		if (before != null) {
			got(before).forEach((one) -> many(one).before++);
			got(before).forEach((one) -> example(many(one), person));
		}
		if (after != null) {
			got(after).forEach((one) -> count(many(one), person));
		}
		boolean falls = false;
		if (before != null && after != null) {
			falls = picked(before) && !picked(after);
			this.down += falls ? 1 : 0;
			this.up += (!picked(before) && picked(after)) ? 1 : 0;
			this.across += (picked(before) && picked(after) && !got(before).equals(got(after))) ? 1 : 0;
		}
		if (consenting != null && picked(consenting)) {
			Many many = this.refused.computeIfAbsent(consenting.items().get(0).offer().slug(), (offer) -> new Many());
			many.after++;
			many.before += falls ? 1 : 0;
			example(many, person);
		}
	}

	private Many many(Got one) {
		return this.got.computeIfAbsent(one, (key) -> new Many());
	}

	/** Who would get it is the better example. */
	private static void count(Many many, UUID person) {
		if (many.after == 0) {
			many.example = person;
		}
		many.after++;
	}

	private static void example(Many many, UUID person) {
		if (many.example == null) {
			many.example = person;
		}
	}

	private static boolean picked(ScopeResult chosen) {
		return chosen.reason() == DecisionReason.PICKED;
	}

	private static List<Got> got(ScopeResult chosen) {
		if (chosen.items().isEmpty()) {
			return List
				.of(new Got((chosen.fallback() != null) ? chosen.fallback().offer().slug() : "", chosen.reason()));
		}
		List<Got> got = new ArrayList<>(chosen.items().size());
		chosen.items().forEach((item) -> got.add(new Got(item.offer().slug(), chosen.reason())));
		return got;
	}

	/**
	 * The counts, offers first, and of those what most would get.
	 */
	ImpactResult.InScope result(String placement, boolean before, boolean after) {
		List<ImpactResult.Row> rows = new ArrayList<>();
		this.got.forEach((one, many) -> rows
			.add(new ImpactResult.Row(one.offer(), one.reason(), many.before, many.after, many.example)));
		rows.sort(Comparator.comparing(ImpactResult.Row::reason)
			.thenComparing(ImpactResult.Row::after, Comparator.reverseOrder())
			.thenComparing(ImpactResult.Row::before, Comparator.reverseOrder()));
		List<ImpactResult.Refused> opened = new ArrayList<>();
		this.refused.forEach(
				(offer, many) -> opened.add(new ImpactResult.Refused(offer, many.after, many.before, many.example)));
		opened.sort(Comparator.comparing(ImpactResult.Refused::all, Comparator.reverseOrder()));
		return new ImpactResult.InScope(placement, before, after, this.down, this.up, this.across, rows, opened);
	}

}
