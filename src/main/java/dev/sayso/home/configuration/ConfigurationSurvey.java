package dev.sayso.home.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import dev.sayso.home.configuration.RefusedConfigurationException.Refusal;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.store.ConfigurationPart;

/**
 * What a file says by itself, before anything of it is taken: which things it names, what
 * is wrong with them whatever the store has, and in which order they come.
 */
final class ConfigurationSurvey implements ConfigurationFile.Visitor {

	/** What is told at once; the rest shows when that is mended. */
	static final int MOST = 200;

	private final ConfigurationParts parts;

	private final List<Refusal> refusals = new ArrayList<>();

	/** The place of each thing by its key, by kind. */
	private final Map<String, Map<String, Integer>> places = new HashMap<>();

	/** What things need of their own kind, where that stands in the file too. */
	private final Map<String, Map<String, Set<String>>> needs = new HashMap<>();

	private ConfigurationSurvey(ConfigurationParts parts) {
		this.parts = parts;
	}

	/**
	 * Looks a file through.
	 * @throws RefusedConfigurationException with what is wrong with it by itself
	 */
	static ConfigurationSurvey of(ConfigurationFile file, ConfigurationParts parts) {
		ConfigurationSurvey survey = new ConfigurationSurvey(parts);
		if (!file.read(survey)) {
			survey.refusals.add(new Refusal("", "", "is not an object"));
		}
		parts.all().forEach((part) -> survey.order(part.kind()));
		if (!survey.refusals.isEmpty()) {
			throw new RefusedConfigurationException(survey.refusals);
		}
		return survey;
	}

	@Override
	public boolean enters(String kind) {
		if (this.parts.find(kind).isEmpty()) {
			add(new Refusal("", "/" + JsonBody.escape(kind), ConfigurationPart.UNKNOWN));
			return false;
		}
		this.places.put(kind, new LinkedHashMap<>());
		return true;
	}

	@Override
	public void refuse(String kind) {
		add(new Refusal("", "/" + kind, "is not a list"));
	}

	@Override
	public void visit(String kind, int place, JsonNode thing) {
		this.parts.find(kind).ifPresent((part) -> look(part, place, thing));
	}

	private <T extends ConfigurationPart.Item> void look(ConfigurationPart<T> part, int place, JsonNode thing) {
		String pointer = "/" + part.kind() + "/" + place;
		String key = thing.path("key").asString("");
		if (!thing.isObject()) {
			add(new Refusal("", pointer, "is not an object"));
			return;
		}
		if (!key.isEmpty() && this.places.get(part.kind()).putIfAbsent(key, place) != null) {
			add(new Refusal(key, pointer + "/key", "stands there twice"));
			return;
		}
		try {
			Set<String> needed = part.needs(JsonBody.read(thing, part.type(), part::faults));
			if (!needed.isEmpty()) {
				this.needs.computeIfAbsent(part.kind(), (kind) -> new LinkedHashMap<>()).put(key, needed);
			}
		}
		catch (ProblemException ex) {
			ex.faults().forEach((fault) -> add(new Refusal(key, pointer + fault.pointer(), fault.detail())));
		}
	}

	private void add(Refusal refusal) {
		if (this.refusals.size() < MOST) {
			this.refusals.add(refusal);
		}
	}

	/** The kinds that the file has, whether or not there is anything in them. */
	boolean has(String kind) {
		return this.places.containsKey(kind);
	}

	Set<String> keys(String kind) {
		return this.places.getOrDefault(kind, Map.of()).keySet();
	}

	/** Where a thing stands among those of its kind. */
	int place(String kind, String key) {
		return this.places.get(kind).get(key);
	}

	/** Whether things of a kind may be taken as they come. */
	boolean isOrdered(String kind) {
		return !this.needs.containsKey(kind);
	}

	/**
	 * The places of the things of a kind, each behind those that it needs; a circle is
	 * told at the thing that closes it.
	 */
	List<Integer> order(String kind) {
		Set<String> ordered = new LinkedHashSet<>();
		if (!isOrdered(kind)) {
			keys(kind).forEach((key) -> place(kind, key, new LinkedHashSet<>(), ordered));
		}
		return ordered.stream().map((key) -> this.places.get(kind).get(key)).toList();
	}

	private void place(String kind, String key, Set<String> behind, Set<String> ordered) {
		if (ordered.contains(key) || !keys(kind).contains(key)) {
			return;
		}
		if (!behind.add(key)) {
			add(new Refusal(key, "/" + kind + "/" + this.places.get(kind).get(key), "goes in a circle"));
			return;
		}
		this.needs.get(kind).getOrDefault(key, Set.of()).forEach((needed) -> place(kind, needed, behind, ordered));
		behind.remove(key);
		ordered.add(key);
	}

}
