package dev.sayso.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.api.ProblemException.Fault;

/**
 * A thing in the configuration file that is active or archived.
 */
public interface ArchivableItem extends ConfigurationPart.Item {

	/** The status of what is in use. */
	String ACTIVE = "active";

	/** The status of what is not. */
	String ARCHIVED = "archived";

	@Nullable String name();

	/** Null where the file has none, as is what no description belongs to. */
	default @Nullable String description() {
		return null;
	}

	/** {@link #ACTIVE} or {@link #ARCHIVED}; null for as it is. */
	@Nullable String status();

	static String status(boolean archived) {
		return archived ? ARCHIVED : ACTIVE;
	}

	/** The status that is meant: the file's, else what it is, else in use. */
	default String status(@Nullable ArchivableItem before) {
		return Stream.of(status(), (before != null) ? before.status() : null)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(ACTIVE);
	}

	/** Whether the file has it archived. */
	default boolean archives() {
		return ARCHIVED.equals(status());
	}

	/**
	 * What is wrong with the key, the name, the description and the status.
	 * @param reserved keys that URLs have for other pages
	 */
	default List<Fault> faults(Collection<String> reserved) {
		String key = key();
		String description = description();
		String status = status();
		List<Fault> faults = new ArrayList<>(ConfigurationPart.Item.faults(key, name()));
		if (key != null && reserved.contains(key)) {
			faults.add(new Fault("/key", "is no key"));
		}
		if (description != null && description.length() > 2000) {
			faults.add(new Fault("/description", "is longer than 2000 characters"));
		}
		if (status != null && !Set.of(ACTIVE, ARCHIVED).contains(status)) {
			faults.add(new Fault("/status", ConfigurationPart.UNKNOWN));
		}
		return faults;
	}

}
