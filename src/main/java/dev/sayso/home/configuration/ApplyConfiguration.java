package dev.sayso.home.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.home.configuration.RefusedConfigurationException.Refusal;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;
import dev.sayso.store.HeldReadings;

/**
 * Takes what a file says, all of it or nothing. What it would do is found by doing it in
 * a transaction that is rolled back, so that both are the same.
 */
@Component
class ApplyConfiguration {

	private final ConfigurationParts parts;

	private final ConfigurationDocument document;

	private final TransactionTemplate transaction;

	ApplyConfiguration(ConfigurationParts parts, ConfigurationDocument document, TransactionTemplate transaction) {
		this.parts = parts;
		this.document = document;
		this.transaction = transaction;
	}

	/**
	 * How a file is taken.
	 *
	 * @param dryRun whether it is only told what would change
	 * @param prune whether what is not named is archived, of the kinds that the file has
	 * @param expected what somebody was told and agreed to; null where nobody was. If
	 * that is no longer what happens, nothing is changed
	 */
	record Mode(boolean dryRun, boolean prune, @Nullable List<ConfigurationChange> expected) {
	}

	/**
	 * What came of a file.
	 *
	 * @param applied whether it was taken, and not only tried
	 */
	record Result(List<ConfigurationChange> changes, boolean applied) {
	}

	/**
	 * Takes a file, or tries to.
	 * @throws RefusedConfigurationException with what is wrong; nothing is changed then
	 * @throws ProblemException 400 when it is no JSON
	 */
	Result apply(ConfigurationFile file, Mode mode, Actor by) {
		ConfigurationSurvey survey = ConfigurationSurvey.of(file, this.parts);
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Taking taking = new Taking(file, survey, by);
			List<ConfigurationPart<?>> named = this.parts.all()
				.stream()
				.filter((part) -> survey.has(part.kind()))
				.toList();
			named.stream().filter(ConfigurationPart::definesFacts).forEach(taking::take);
			HeldReadings.during(() -> named.stream().filter((part) -> !part.definesFacts()).forEach(taking::take));
			if (mode.prune()) {
				for (int at = named.size() - 1; at >= 0; at--) {
					taking.prune(named.get(at));
				}
			}
			taking.settle(named);
			boolean applied = !mode.dryRun() && (mode.expected() == null || mode.expected().equals(taking.changes));
			if (!applied) {
				status.setRollbackOnly();
			}
			return new Result(taking.changes, applied);
		}));
	}

	/** One file while it is taken. */
	private final class Taking {

		private final ConfigurationFile file;

		private final ConfigurationSurvey survey;

		private final Actor by;

		private final List<ConfigurationChange> changes = new ArrayList<>();

		private final List<Refusal> refusals = new ArrayList<>();

		private Taking(ConfigurationFile file, ConfigurationSurvey survey, Actor by) {
			this.file = file;
			this.survey = survey;
			this.by = by;
		}

		/**
		 * Takes the things of a kind, as they come or, where they need each other, in the
		 * order in which they do. What names what was refused is not looked at.
		 */
		private <T extends ConfigurationPart.Item> void take(ConfigurationPart<T> part) {
			Map<Integer, JsonNode> kept = new TreeMap<>();
			boolean ordered = this.survey.isOrdered(part.kind());
			this.file.read(new ConfigurationFile.Visitor() {

				@Override
				public boolean enters(String kind) {
					return kind.equals(part.kind());
				}

				@Override
				public void visit(String kind, int place, JsonNode thing) {
					if (ordered) {
						take(part, place, thing);
					}
					else {
						kept.put(place, thing);
					}
				}

			});
			this.survey.order(part.kind()).forEach((place) -> take(part, place, kept.get(place)));
			if (!this.refusals.isEmpty()) {
				throw new RefusedConfigurationException(this.refusals);
			}
		}

		private <T extends ConfigurationPart.Item> void take(ConfigurationPart<T> part, int place, JsonNode thing) {
			if (this.refusals.size() >= ConfigurationSurvey.MOST) {
				return;
			}
			T written = JsonBody.read(thing, part.type(), part::faults);
			String key = Objects.requireNonNull(written.key());
			T before = part.find(key).orElse(null);
			try {
				T after = part.apply(written, before, this.by);
				ConfigurationChange change = change(part.kind(), key, before, after);
				this.changes.add(part.waits(written, after) ? change.waiting() : change);
			}
			catch (ProblemException ex) {
				refuse(part.kind(), place, key, ex.faults());
			}
		}

		/** Asks what is wrong now that everything stands. */
		private void settle(List<ConfigurationPart<?>> taken) {
			taken.forEach((part) -> part.unsettled(this.survey.keys(part.kind()))
				.forEach((key, faults) -> refuse(part.kind(), this.survey.place(part.kind(), key), key, faults)));
			if (!this.refusals.isEmpty()) {
				throw new RefusedConfigurationException(this.refusals);
			}
		}

		private void refuse(String kind, int place, String key, List<Fault> faults) {
			faults.forEach((fault) -> this.refusals
				.add(new Refusal(key, "/" + kind + "/" + place + fault.pointer(), fault.detail())));
		}

		private <T extends ConfigurationPart.Item> void prune(ConfigurationPart<T> part) {
			List<T> unnamed = part.items()
				.filter((item) -> !this.survey.keys(part.kind()).contains(item.key()))
				.toList();
			for (T item : unnamed) {
				if (part.prune(item, this.by)) {
					String key = Objects.requireNonNull(item.key());
					Optional<T> after = part.find(key);
					this.changes
						.add(new ConfigurationChange(part.kind(), key, after.isPresent() ? "archived" : "deleted",
								after.isPresent() ? List.of("status") : List.of()));
				}
			}
		}

		private ConfigurationChange change(String kind, String key, @Nullable Object before, Object after) {
			if (after.equals(before)) {
				return new ConfigurationChange(kind, key, ConfigurationChange.NONE, List.of());
			}
			Map<String, JsonNode> was = (before != null) ? members(before) : Map.of();
			Map<String, JsonNode> is = members(after);
			List<String> fields = new ArrayList<>();
			is.forEach((name, member) -> {
				boolean blank = was.isEmpty() && (member.isNull() || (member.isContainer() && member.isEmpty()));
				if (!blank && !name.equals("key") && !member.equals(was.get(name))) {
					fields.add(name);
				}
			});
			was.keySet().stream().filter((name) -> !is.containsKey(name)).forEach(fields::add);
			return new ConfigurationChange(kind, key, (before == null) ? ConfigurationChange.CREATED
					: fields.isEmpty() ? ConfigurationChange.NONE : ConfigurationChange.UPDATED, fields);
		}

		private Map<String, JsonNode> members(Object item) {
			Map<String, JsonNode> members = new LinkedHashMap<>();
			ApplyConfiguration.this.document.tree(item)
				.properties()
				.forEach((member) -> members.put(member.getKey(), member.getValue()));
			return members;
		}

	}

}
