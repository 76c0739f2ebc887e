package dev.sayso.consent.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.ChoiceView;

/**
 * What entries of the ledger are about beside the purposes of a consent; a room that
 * records such entries declares one as a bean.
 */
public interface LedgerSubject {

	/** The one that tells of a purpose; empty where it is one of consents. */
	static Optional<LedgerSubject> find(List<LedgerSubject> subjects, String purpose) {
		return subjects.stream().filter((subject) -> purpose.startsWith(subject.prefix())).findFirst();
	}

	/** What its purposes begin with, up to a dot. */
	String prefix();

	/** Message key of what they are called together. */
	String title();

	/** What an entry is about, as the console calls it. */
	String name(String purpose);

	/** The same as people read it in their language. */
	String name(String purpose, Locale reader);

	/** What an entry did, in a plain sentence. */
	String describe(LedgerEntry entry);

	/**
	 * How a state before or after looks.
	 * @param state null where nothing had been said
	 */
	ChoiceView view(@Nullable String state);

}
