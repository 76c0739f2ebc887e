package dev.sayso.decision.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a simulation is asked for, as its address has it, so that it can be linked to.
 *
 * @param values texts by name; those that are empty are left out
 */
record SimulationQuery(Map<String, String> values) {

	/** Whom it is about: a name as the API has it, or a test profile. */
	static final String WHO = "who";

	static final String FIND = "find";

	/** The number of a version; the draft where there is none. */
	static final String VERSION = "version";

	/** When, in the zone of the decision; now where there is none. */
	static final String AT = "at";

	static final String TAB = "tab";

	private static final List<String> NAMES = List.of(WHO, FIND, VERSION, AT, "language", "context", "itemCount", TAB);

	static SimulationQuery of(Map<String, String> typed) {
		Map<String, String> values = new LinkedHashMap<>();
		NAMES.forEach((name) -> {
			String value = typed.getOrDefault(name, "").strip();
			if (!value.isEmpty()) {
				values.put(name, value);
			}
		});
		return new SimulationQuery(values);
	}

	public String value(String name) {
		return this.values.getOrDefault(name, "");
	}

	public SimulationQuery with(String name, String value) {
		Map<String, String> changed = new LinkedHashMap<>(this.values);
		changed.put(name, value);
		return of(changed);
	}

	public boolean narrows() {
		return List.of(VERSION, AT, "language", "context", "itemCount").stream().anyMatch(this.values::containsKey);
	}

	public String tab() {
		String tab = value(TAB);
		return (tab.equals("request") || tab.equals("response")) ? tab : "result";
	}

	public String href(String path) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
		Map<String, Object> filled = new LinkedHashMap<>();
		this.values.forEach((name, value) -> {
			address.queryParam(name, "{" + name + "}");
			filled.put(name, value);
		});
		return address.encode().buildAndExpand(filled).toUriString();
	}

}
