package dev.sayso.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Actor;
import dev.sayso.shared.Slug;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * What one kind of thing brings to the configuration as a file; a room declares one as a
 * bean, ordered so that it comes behind what its things name.
 *
 * @param <T> a thing as the file has it: a record whose members stand in their order
 */
public interface ConfigurationPart<T extends ConfigurationPart.Item> {

	/** A key that no thing has, or a text where another belongs, is told with this. */
	String UNKNOWN = "is not known";

	/** What a thing is told of that has not all that it needs. */
	String MISSING = "is missing";

	/** What a text is told that not every store takes. */
	String NO_TEXT = "has characters that are no text";

	/**
	 * A thing as the file has it.
	 */
	interface Item {

		/** Null where the file forgot it, which is told before anything else is. */
		@Nullable String key();

		/**
		 * What is wrong with the key and the name of a thing of the catalogue, null where
		 * the file forgot them.
		 */
		static List<Fault> faults(@Nullable String key, @Nullable String name) {
			return Stream
				.of(fault("/key", key == null || key.isEmpty(), key != null && !Slug.isSlug(key), "is no key"),
						fault("/name", name == null || name.isBlank(), name != null && name.length() > 200,
								"is longer than 200 characters"),
						fault("/name", false, name != null && !TextNormalizer.isText(name), NO_TEXT))
				.flatMap(Optional::stream)
				.toList();
		}

		private static Optional<Fault> fault(String pointer, boolean missing, boolean wrong, String detail) {
			if (!missing && !wrong) {
				return Optional.empty();
			}
			return Optional.of(new Fault(pointer, missing ? MISSING : detail));
		}

	}

	/** The member of the file that has these things, such as {@code offers}. */
	String kind();

	Class<T> type();

	/** Whether conditions and texts read of people what these things are. */
	default boolean definesFacts() {
		return false;
	}

	/** All there are, by key. */
	Stream<T> items();

	Optional<T> find(String key);

	/**
	 * What is wrong with a thing by itself, whatever the store has; each pointer begins
	 * within the thing.
	 */
	List<Fault> faults(T written);

	/** The keys of things of the same kind that have to be there before it. */
	default Set<String> needs(T written) {
		return Set.of();
	}

	/**
	 * Makes or changes a thing; where nothing differs nothing is written.
	 * @param before what the store has; null for nothing
	 * @return what it has afterwards
	 * @throws dev.sayso.shared.api.ProblemException with what blocks it, each pointer
	 * beginning within the thing
	 */
	T apply(T written, @Nullable T before, Actor by);

	/**
	 * Whether what the file asks of a thing waits for somebody else to agree.
	 * @param after what the store has once it was taken
	 */
	default boolean waits(T written, T after) {
		return false;
	}

	/**
	 * What is wrong with things of this kind once the whole file was taken: for what
	 * depends on things that come behind them, such as a page that leads to another.
	 * @param keys of those that the file names
	 */
	default Map<String, List<Fault>> unsettled(Set<String> keys) {
		return Map.of();
	}

	/**
	 * Archives what the file does not name, or takes it out of use or deletes it where it
	 * has no archive and nothing names it.
	 * @return whether it did
	 */
	boolean prune(T unnamed, Actor by);

}
