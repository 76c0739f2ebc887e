package dev.sayso.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.FieldChange;
import dev.sayso.condition.ConditionExcerpt;

/**
 * Tells what changed of an offer in few words: of long texts only where they differ, and
 * of very many parts only how many more there are.
 */
public final class OfferDifferences {

	/** How much one entry tells. */
	private static final int MOST = 20_000;

	/** The part that stands for those not told. */
	static final String MORE = "more";

	private OfferDifferences() {
	}

	static List<FieldChange> between(Map<String, ?> before, Map<String, ?> after) {
		List<FieldChange> all = FieldChange.between(before, after);
		List<FieldChange> changes = new ArrayList<>();
		int length = 0;
		for (FieldChange change : all) {
			FieldChange brief = brief(change);
			length += 40 + length(brief.before()) + length(brief.after());
			if (length > MOST) {
				changes.add(new FieldChange(MORE, null, String.valueOf(all.size() - changes.size())));
				break;
			}
			changes.add(brief);
		}
		return changes;
	}

	/** Conditions are read aloud, which part of one is not. */
	public static FieldChange brief(FieldChange change) {
		return change.field().equals("eligibility") ? ConditionExcerpt.of(change) : change.brief();
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
