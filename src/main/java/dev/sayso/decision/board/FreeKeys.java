package dev.sayso.decision.board;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.Errors;

import dev.sayso.offer.placement.CatalogueForm;
import dev.sayso.shared.DuplicateNames;
import dev.sayso.shared.Slug;

/**
 * Makes what a board misses under a key made of its name, together with the edit that
 * needs it: both are there then, or neither.
 */
@Component
class FreeKeys {

	/** What URLs of the console have for other things, whatever is made. */
	private static final List<String> RESERVED = List.of("new", "draft", "answer", "lists");

	private final TransactionTemplate transaction;

	FreeKeys(TransactionTemplate transaction) {
		this.transaction = transaction;
	}

	/** Whether nothing of a name is left for a key. */
	static boolean isNone(String name) {
		return Slug.from(name, CatalogueForm.RESERVED).isEmpty();
	}

	/** Says of a name that nothing of it is left for a key. */
	static void check(String name, Errors errors) {
		if (isNone(name)) {
			errors.rejectValue("name", "board.fault.name");
		}
	}

	/**
	 * Makes a thing under the first key that nothing has: of its name, or with a number
	 * behind it.
	 * @param taken whether something has a key
	 * @param make makes it and does what needs it, in one transaction
	 */
	<T> T make(String name, Predicate<String> taken, Function<String, T> make) {
		Function<String, T> together = (key) -> Objects
			.requireNonNull(this.transaction.execute((status) -> make.apply(key)));
		String key = Slug.from(name, RESERVED);
		if (!taken.test(key)) {
			try {
				return together.apply(key);
			}
			catch (DuplicateKeyException ex) {
				// somebody else took it just now
			}
		}
		return DuplicateNames.make(key, taken, together);
	}

}
