package dev.sayso.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.audit.FieldChange;

/**
 * Tells what changed of an offer in few words: of long texts only where they differ, and
 * of very many parts only how many more there are.
 */
public final class OfferDifferences {

	/** A text no longer than that is told whole. */
	private static final int SHORT = 240;

	/** How much of what is the same stands around a difference. */
	private static final int AROUND = 40;

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

	public static FieldChange brief(FieldChange change) {
		String before = (change.before() != null) ? change.before() : "";
		String after = (change.after() != null) ? change.after() : "";
		if (Math.max(before.length(), after.length()) <= SHORT || change.field().equals("eligibility")) {
			return change;
		}
		int start = Math.max(0, same(before, after, false) - AROUND);
		int end = Math.max(0, same(before.substring(start), after.substring(start), true) - AROUND);
		return new FieldChange(change.field(), cut(change.before(), start, end), cut(change.after(), start, end));
	}

	private static @Nullable String cut(@Nullable String text, int start, int end) {
		if (text == null) {
			return null;
		}
		int to = Math.max(start, text.length() - end);
		int most = Math.min(to, start + SHORT);
		String middle = whole(text.substring(start, most));
		return ((start > 0) ? "… " : "") + middle + ((most < text.length()) ? " …" : "");
	}

	/** No half characters at the ends, which no store takes. */
	private static String whole(String text) {
		String begun = (!text.isEmpty() && Character.isLowSurrogate(text.charAt(0))) ? text.substring(1) : text;
		boolean halves = !begun.isEmpty() && Character.isHighSurrogate(begun.charAt(begun.length() - 1));
		return halves ? begun.substring(0, begun.length() - 1) : begun;
	}

	private static int same(String before, String after, boolean atEnd) {
		int most = Math.min(before.length(), after.length());
		int count = 0;
		while (count < most
				&& (atEnd ? before.charAt(before.length() - 1 - count) == after.charAt(after.length() - 1 - count)
						: before.charAt(count) == after.charAt(count))) {
			count++;
		}
		return count;
	}

	private static int length(@Nullable String text) {
		return (text != null) ? text.length() : 0;
	}

}
