package dev.sayso.store;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;

/**
 * A thing in the configuration file over which there may be four eyes. The file can
 * require them; that they are required no more takes two people.
 */
public interface FourEyesItem extends ConfigurationPart.Item {

	/** Null where they are not required, and in the file for as it is. */
	@Nullable Boolean fourEyes();

	/** Whether the file requires them. */
	default boolean requiresFourEyes() {
		return Boolean.TRUE.equals(fourEyes());
	}

	/**
	 * Whether the file asks of them nothing that is not so already.
	 * @param before what the store has
	 */
	default boolean isWatchedAs(FourEyesItem before) {
		return !requiresFourEyes() || before.fourEyes() != null;
	}

	/**
	 * @param before what the store has; null for nothing
	 * @throws ProblemException where it has them and the file says that they are not
	 * required
	 */
	default void refuseRelease(@Nullable FourEyesItem before) {
		if (before != null && before.fourEyes() != null && Boolean.FALSE.equals(fourEyes())) {
			throw ProblemException
				.faulty(List.of(new Fault("/fourEyes", "takes two people to say so, in the console")));
		}
	}

}
