package dev.sayso.decision;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.offer.Validity;
import dev.sayso.shared.NotFound;
import dev.sayso.shared.Times;

/**
 * Simulates what an address asks for, and puts the answer together for those who read it.
 */
@Component
class ShowSimulation {

	private static final int MOST_VERSIONS = 100;

	private final AssembleLive assemble;

	private final DecisionVersions versions;

	private final SimulatedPeople people;

	private final ReadSimulation read;

	private final SimulateDecision simulate;

	private final ShowChosen show;

	private final WriteAnswer write;

	private final Times times;

	private final JsonMapper json;

	ShowSimulation(AssembleLive assemble, DecisionVersions versions, SimulatedPeople people, ReadSimulation read,
			SimulateDecision simulate, ShowChosen show, WriteAnswer write, Times times, JsonMapper json) {
		this.assemble = assemble;
		this.versions = versions;
		this.people = people;
		this.read = read;
		this.simulate = simulate;
		this.show = show;
		this.write = write;
		this.times = times;
		this.json = json;
	}

	/** A simulation and how it looks. */
	record Shown(SimulationView view, Simulation simulation) {

	}

	Shown of(Decision decision, SimulationQuery query) {
		SimulatedPeople.Choices who = this.people.of(query);
		int number = number(decision, query);
		DecisionContent content = content(decision, number);
		LiveDecision live = this.assemble.one(decision, number, content);
		ZoneId zone = zone(content.validity());
		SimulationAsked asked = this.read.of(query, decision, who.chosen(), zone);
		Simulation simulation = this.simulate.of(live, who.chosen(), asked.request(), asked.at());
		SimulationQuery found = query.with(SimulationQuery.WHO, who.chosen().key())
			.with(SimulationQuery.FIND, who.missing() ? query.value(SimulationQuery.FIND) : "");
		Locale reader = LocaleContextHolder.getLocale();
		String language = simulation.decided().asking().language();
		return new Shown(
				new SimulationView(decision, found, who, asked, zone.getId(), numbers(decision),
						languages(live, query.value("language"), reader), name(language, reader),
						this.show.parts(simulation, found, who.chosen()), json(query.tab(), asked, simulation)),
				simulation);
	}

	/**
	 * The zone in which the moment of a simulation is given.
	 */
	ZoneId zone(Decision decision, SimulationQuery query) {
		return zone(content(decision, number(decision, query)).validity());
	}

	private static int number(Decision decision, SimulationQuery query) {
		String version = query.value(SimulationQuery.VERSION);
		if (!version.isEmpty() && !version.matches("[1-9]\\d{0,8}")) {
			throw new NotFound("version " + version + " of decision " + decision.slug());
		}
		return version.isEmpty() ? 0 : Integer.parseInt(version);
	}

	/**
	 * What is simulated: the draft where there is no number.
	 */
	private DecisionContent content(Decision decision, int number) {
		return (number == 0) ? decision.draft()
				: this.versions.find(decision.id(), number)
					.map(DecisionVersion::content)
					.orElseThrow(() -> new NotFound("version " + number + " of decision " + decision.slug()));
	}

	private ZoneId zone(Validity validity) {
		return (validity.from() != null || validity.to() != null) ? ZoneId.of(validity.zone()) : this.times.zone();
	}

	private static List<Integer> numbers(Decision decision) {
		int newest = (decision.live() != null) ? decision.live() : 0;
		return IntStream.range(0, Math.min(newest, MOST_VERSIONS)).mapToObj((back) -> newest - back).toList();
	}

	/**
	 * The languages in which something is said, and the one that is asked for.
	 */
	private static Map<String, String> languages(LiveDecision live, String asked, Locale reader) {
		Map<String, String> names = new TreeMap<>();
		live.scopes().forEach((placement, scope) -> {
			scope.rungs().forEach((rung) -> {
				for (Rung.Candidate candidate : rung.candidates()) {
					if (candidate.texts() != null) {
						candidate.texts().languages().forEach((tag) -> names.put(tag, name(tag, reader)));
					}
				}
			});
			Texts said = (live.fallback() != null) ? live.fallback().texts().get(placement) : null;
			if (said != null) {
				said.languages().forEach((tag) -> names.put(tag, name(tag, reader)));
			}
		});
		names.put(asked, name(asked, reader));
		names.remove("");
		return names;
	}

	private static String name(String tag, Locale reader) {
		return Locale.forLanguageTag(tag).getDisplayName(reader);
	}

	private String json(String tab, SimulationAsked asked, Simulation simulation) {
		return switch (tab) {
			case "request" -> pretty(asked.body());
			case "response" -> pretty(this.write.of(simulation.decided(), Locale.ENGLISH));
			default -> "";
		};
	}

	private String pretty(Object document) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(document);
	}

}
