package dev.sayso.decision.simulation;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionContent;
import dev.sayso.decision.DecisionRequest;
import dev.sayso.decision.DecisionVersions;
import dev.sayso.offer.Validity;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException;

/**
 * Reads what a simulation is asked for as the API would, so that both answer the same.
 */
@Component
class SimulationParser {

	private static final int LONGEST_CONTEXT = 2000;

	private static final String FAULT = "decision.simulation.fault.";

	private final JsonMapper json;

	private final Clock clock;

	private final DecisionVersions versions;

	private final TimeFormat times;

	SimulationParser(JsonMapper json, Clock clock, DecisionVersions versions, TimeFormat times) {
		this.json = json;
		this.clock = clock;
		this.versions = versions;
		this.times = times;
	}

	/**
	 * A simulation's question, read.
	 *
	 * @param body what a sender would ask the API
	 * @param faults message keys by field; what is faulty is left out of the question
	 */
	record SimulationRequest(Instant at, boolean now, DecisionRequest request, ObjectNode body,
			Map<String, String> faults) {

	}

	/**
	 * What is simulated.
	 *
	 * @param number 0 for the draft
	 * @param zone in which clock are given: that of its validity, or the usual one
	 */
	record Content(int number, DecisionContent content, ZoneId zone) {

	}

	SimulationRequest read(SimulationQuery query, Decision decision, SimulatedPerson who, ZoneId zone) {
		Map<String, String> faults = new LinkedHashMap<>();
		ObjectNode body = this.json.createObjectNode();
		if (who.profile() != null) {
			body.put("profile", who.key());
		}
		body.putArray("scopes").addObject().put("decision", decision.slug());
		put(body, query, "language");
		count(body, query.value("itemCount"));
		context(body, query.value("context"), faults);
		body.put("explain", true).put("dryRun", true);
		DecisionRequest request = read(body, faults);
		Instant at = moment(query.value(SimulationQuery.AT), zone, faults);
		return new SimulationRequest((at != null) ? at : this.clock.instant(), at == null, request, body, faults);
	}

	private static void put(ObjectNode body, SimulationQuery query, String name) {
		if (!query.value(name).isEmpty()) {
			body.put(name, query.value(name));
		}
	}

	private static void count(ObjectNode body, String typed) {
		if (typed.matches("\\d{1,9}")) {
			body.put("itemCount", Integer.parseInt(typed));
		}
		else if (!typed.isEmpty()) {
			body.put("itemCount", typed);
		}
	}

	private void context(ObjectNode body, String typed, Map<String, String> faults) {
		try {
			if (typed.length() > LONGEST_CONTEXT) {
				faults.put("context", FAULT + "context.long");
			}
			else if (!typed.isEmpty()) {
				body.set("context", this.json.readTree(typed));
			}
		}
		catch (JacksonException ex) {
			faults.put("context", FAULT + "context");
		}
	}

	private static DecisionRequest read(ObjectNode body, Map<String, String> faults) {
		try {
			return JsonBody.read(body, DecisionRequest.class, DecisionRequest::faults);
		}
		catch (ProblemException ex) {
			ex.faults().stream().map((fault) -> fault.pointer().split("/")[1]).forEach((name) -> {
				faults.put(name, FAULT + name);
				body.remove(name);
			});
			return JsonBody.read(body, DecisionRequest.class, DecisionRequest::faults);
		}
	}

	private static @Nullable Instant moment(String typed, ZoneId zone, Map<String, String> faults) {
		if (typed.isEmpty()) {
			return null;
		}
		try {
			LocalDateTime local = LocalDateTime.parse(typed);
			if (local.getYear() >= 1970 && local.getYear() < 10_000) {
				return local.atZone(zone).toInstant();
			}
		}
		catch (DateTimeException ex) {
			// said below
		}
		faults.put(SimulationQuery.AT, FAULT + "at");
		return null;
	}

	Content content(Decision decision, SimulationQuery query) {
		String version = query.value(SimulationQuery.VERSION);
		if (version.isEmpty()) {
			return new Content(0, decision.draft(), zone(decision.draft().validity()));
		}
		int number = version.matches("[1-9]\\d{0,8}") ? Integer.parseInt(version) : 0;
		return this.versions.find(decision.id(), number)
			.map((frozen) -> new Content(number, frozen.content(), zone(frozen.content().validity())))
			.orElseThrow(() -> new NotFoundException("version " + version + " of decision " + decision.slug()));
	}

	private ZoneId zone(Validity validity) {
		return (validity.from() != null || validity.to() != null) ? ZoneId.of(validity.zone()) : this.times.zone();
	}

}
