package dev.sayso.decision.ranking;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import dev.sayso.condition.PersonFacts;
import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionEngine;
import dev.sayso.decision.DecisionPeopleReader;
import dev.sayso.decision.LiveCriterion;
import dev.sayso.decision.LiveDecision;
import dev.sayso.decision.LiveScope;
import dev.sayso.decision.LiveSnapshotAssembler;
import dev.sayso.decision.ScopeResult;
import dev.sayso.decision.ScopeResult.TraceEntry;
import dev.sayso.decision.formula.FormulaException;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileFields;
import dev.sayso.shared.TimeFormat;

/**
 * Tries a formula on a few real people by the engine itself, so that what is shown is
 * what they would get.
 */
@Component
class FormulaTrial {

	/** So many offers are told of for each person. */
	private static final int MOST = 4;

	private final LiveSnapshotAssembler assembler;

	private final FormulaPeople people;

	private final DecisionPeopleReader reader;

	private final ProfileFields fields;

	private final Moment moment;

	private final MessageSourceAccessor messages;

	FormulaTrial(LiveSnapshotAssembler assembler, FormulaPeople people, DecisionPeopleReader reader,
			ProfileFields fields, Moment moment, MessageSourceAccessor messages) {
		this.assembler = assembler;
		this.people = people;
		this.reader = reader;
		this.fields = fields;
		this.moment = moment;
		this.messages = messages;
	}

	/** When it is, and which day where Sayso stands. */
	@Component
	record Moment(Clock clock, TimeFormat times) {

		Instant now() {
			return this.clock.instant();
		}

		LocalDate today() {
			return LocalDate.ofInstant(now(), this.times.zone());
		}

	}

	/**
	 * What came of it.
	 *
	 * @param criterion null where it is not there any more
	 * @param facts what is known of each of the people, by their ids
	 */
	record Tried(@Nullable LiveCriterion criterion, Map<String, PersonFacts> facts, List<FormulaView.Row> rows) {

		List<String> people() {
			return List.copyOf(this.facts.keySet());
		}

	}

	Tried run(FormulaDesk.Place at, List<String> chosen) {
		LiveDecision decision = this.assembler.one(at.decision(), 0, at.content());
		LiveScope scope = decision.scopes().get(at.placement());
		LiveCriterion criterion = (scope != null)
				? scope.criteria().stream().filter((each) -> each.place() == at.place() - 1).findFirst().orElse(null)
				: null;
		if (scope == null || criterion == null) {
			return new Tried(null, Map.of(), List.of());
		}
		DecisionEngine.RequestedScope requested = new DecisionEngine.RequestedScope(decision, scope,
				scope.placement().items());
		List<Profile> profiles = this.people.find(chosen, criterion, decision.guarded());
		Map<String, PersonFacts> facts = new LinkedHashMap<>();
		List<FormulaView.Row> rows = new ArrayList<>();
		Instant now = this.moment.now();
		this.reader.each((give) -> give.accept(profiles), query(scope), (block) -> block.people().forEach((person) -> {
			Profile profile = person.part(Profile.class);
			facts.put(profile.id().toString(), person);
			DecisionContext context = DecisionContext.of(person, null, Map.of(),
					decision.begins().isAfter(now) ? decision.begins() : now,
					block.capUsage().apply(DecisionPeopleReader.id(person)));
			ScopeResult result = DecisionEngine.decide(List.of(requested), context, true).get(0);
			rows.add(row(profile, result, criterion, context, at.decision().slug()));
		}));
		return new Tried(criterion, facts, rows);
	}

	/** All that could be read is known, so that it can be said of whom it is. */
	private DecisionPeopleReader.Query query(LiveScope scope) {
		DecisionPeopleReader.Query asked = DecisionPeopleReader.Query.of(List.of(scope), false, this.moment.today());
		Set<Class<?>> parts = new HashSet<>(asked.parts());
		this.fields.byName().values().forEach((field) -> parts.add(field.part()));
		return new DecisionPeopleReader.Query(parts, asked.capped(), asked.today());
	}

	private FormulaView.Row row(Profile profile, ScopeResult result, LiveCriterion criterion, DecisionContext context,
			String decision) {
		List<TraceEntry> entries = result.trace()
			.stream()
			.filter((entry) -> entry.criterion().place() == criterion.place())
			.sorted(Comparator.comparing((TraceEntry entry) -> !entry.outcome().eligible()))
			.toList();
		List<FormulaView.Value> values = new ArrayList<>();
		for (TraceEntry entry : entries.subList(0, Math.min(MOST, entries.size()))) {
			values.add(new FormulaView.Value(entry.offer().name(), number(entry), detail(entry, context),
					values.isEmpty() && entry.outcome().eligible()));
		}
		return new FormulaView.Row(profile.name(), "/decisions/" + decision + "/simulation?who=" + profile.id(), values,
				entries.size() - values.size());
	}

	private static String number(TraceEntry entry) {
		if (entry.score() == null) {
			return "";
		}
		NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
		format.setMaximumFractionDigits(4);
		return format.format(entry.score());
	}

	private String detail(TraceEntry entry, DecisionContext context) {
		if (entry.because() instanceof FormulaException failure) {
			return entry.outcome().eligible() ? this.messages
				.getMessage("decision.formula.instead." + entry.criterion().missing().kind().key(), failure.args())
					: this.messages.getMessage(failure.key(), failure.args());
		}
		if (!entry.outcome().eligible()) {
			return this.messages.getMessage("decision.outcome." + entry.outcome());
		}
		return (entry.criterion().learned() && !context.models())
				? this.messages.getMessage("decision.formula.instead.unlearned") : "";
	}

}
