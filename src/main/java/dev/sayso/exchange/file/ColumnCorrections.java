package dev.sayso.exchange.file;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;

/**
 * What the columns of a file say about each other.
 */
final class ColumnCorrections {

	private static final Pattern MAIL = Terms.pattern("column.mail");

	private ColumnCorrections() {
	}

	/** Corrects what columns were taken for by their names alone. */
	static void correct(List<String> header, List<ColumnTarget> targets, FilePreset preset) {
		boolean trade = ColumnTerms.isTrade(header);
		for (int i = 0; i < targets.size(); i++) {
			ColumnTarget target = targets.get(i);
			if (preset.columns().containsKey(ColumnHeaders.normalise(header.get(i))) || !target.isAnswer()) {
				continue;
			}
			if (trade && target.kind() == ColumnTarget.Kind.NO && StopTerms.isVague(header.get(i))) {
				targets.set(i, ColumnTarget.NOTHING);
			}
			else if (isTimeOfAll(header.get(i), target)) {
				targets.set(i, timeOf(i, header, targets));
			}
			else if (target.purpose().orElseThrow() == Purpose.MARKETING_EMAIL && isPost(header.get(i), header)) {
				targets.set(i, new ColumnTarget(target.kind(), Purpose.MARKETING_POSTAL_MAIL.key()));
			}
		}
	}

	private static boolean isTimeOfAll(String name, ColumnTarget target) {
		return target.equals(ColumnTarget.no(Purpose.MARKETING_ANY)) && ColumnTerms.isTime(name)
				&& StopTerms.purpose(name).isEmpty();
	}

	/** A time that names no channel is that of the stop beside it, which may name one. */
	private static ColumnTarget timeOf(int column, List<String> header, List<ColumnTarget> targets) {
		for (int i = 0; i < targets.size(); i++) {
			ColumnTarget target = targets.get(i);
			boolean named = target.kind() == ColumnTarget.Kind.NO
					&& target.purpose().flatMap(Purpose::channel).isPresent();
			if (i != column && named && !ColumnTerms.isTime(header.get(i))) {
				ColumnTarget time = target.as(ColumnTarget.Kind.SAID_AT);
				return targets.contains(time) ? ColumnTarget.NOTHING : time;
			}
		}
		return targets.get(column);
	}

	/**
	 * Where a column of the same name is about e-mail, one about mail is about letters.
	 */
	private static boolean isPost(String name, List<String> header) {
		String words = ChannelTerms.words(name);
		return MAIL.matcher(words).find() && header.stream()
			.map(ChannelTerms::words)
			.filter((other) -> !other.equals(words))
			.anyMatch((other) -> Objects.equals(other.replaceAll("\\be ?mail", "mail"), words));
	}

}
