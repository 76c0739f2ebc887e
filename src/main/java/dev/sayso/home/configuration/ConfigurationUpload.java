package dev.sayso.home.configuration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import dev.sayso.home.configuration.RefusedConfigurationException.Refusal;

/**
 * A file that was uploaded in the console, with what it would do.
 *
 * @param prune whether what it does not name is archived
 * @param createdBy who may go on with it, and everybody else who configures
 */
record ConfigurationUpload(UUID id, String fileName, boolean prune, Outcome outcome, Instant createdAt,
		String createdBy) {

	/** So many lines are shown of each list; the rest is counted. */
	static final int SHOWN = 500;

	/**
	 * What a file would do, or why it cannot be taken.
	 */
	record Outcome(List<ConfigurationChange> changes, List<Refusal> refusals) {
	}

	boolean isRefused() {
		return !this.outcome.refusals().isEmpty();
	}

	/** Whether it would change anything. */
	public boolean isChanging() {
		return !isRefused() && differences().findAny().isPresent();
	}

	Stream<ConfigurationChange> differences() {
		return this.outcome.changes().stream().filter((change) -> !change.isNone());
	}

	/** The first of what differs. */
	public List<ConfigurationChange> shown() {
		return differences().limit(SHOWN).toList();
	}

	/** How many things each act befalls. */
	public Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		this.outcome.changes().forEach((change) -> counts.merge(change.change(), 1L, Long::sum));
		return counts;
	}

	public long more() {
		return Math.max(0, differences().count() - SHOWN);
	}

}
