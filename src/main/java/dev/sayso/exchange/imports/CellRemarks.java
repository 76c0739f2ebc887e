package dev.sayso.exchange.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.sayso.exchange.file.ColumnTerms;
import dev.sayso.person.WrittenAnswer;

/**
 * Answers with a remark behind them, as people write them who explain themselves.
 */
final class CellRemarks {

	/** An answer, a sign or a blank, and a remark. */
	private static final Pattern REMARKED = Pattern
		.compile("([\\p{L}\\p{M}]+|[1✓✔☑✅])(\\s*[–—:;,.(/-]\\s*|\\s+)(\\S.*)", Pattern.DOTALL);

	/** Words that are an answer alone, and often begin a sentence. */
	private static final Set<String> VAGUE = Set.of("on", "in", "ok", "set", "given", "out", "left", "manual", "o", "s",
			"t", "y", "j", "aan", "ein");

	private CellRemarks() {
	}

	/** A no with a remark behind it; a yes wants to be plain. */
	static Optional<WrittenAnswer> no(String text, boolean stop) {
		Matcher parts = REMARKED.matcher(text);
		if (!parts.matches() || ColumnTerms.speaksOfConsent(parts.group(3))) {
			return Optional.empty();
		}
		String word = parts.group(1);
		boolean plain = !parts.group(2).isBlank() || !VAGUE.contains(word.toLowerCase(Locale.ROOT));
		WrittenAnswer answer = WrittenAnswer.parse(word).orElse(WrittenAnswer.SILENT);
		boolean no = switch (answer) {
			case YES -> stop && plain;
			case NO -> !stop && !parts.group(2).isBlank();
			case LEFT, STOPPED, BOUNCED -> plain;
			case STAYS, WAITING, SILENT -> false;
		};
		return no ? Optional.of(answer) : Optional.empty();
	}

}
