package dev.sayso.decision.impact;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.person.Profile;
import dev.sayso.person.Profiles;
import dev.sayso.shared.ProfileId;

/**
 * Says what was worked out of a draft in the reader's words; numbers of a sample are
 * carried over to everybody, and say so.
 */
@Component
class ImpactViews {

	private static final int NAMED = 5;

	private final Impacts impacts;

	private final ImpactCalculation calculation;

	private final DecisionCatalogue catalogue;

	private final Profiles profiles;

	private final DecisionMessages messages;

	private final Clock clock;

	ImpactViews(Impacts impacts, ImpactCalculation calculation, DecisionCatalogue catalogue, Profiles profiles,
			DecisionMessages messages, Clock clock) {
		this.impacts = impacts;
		this.calculation = calculation;
		this.catalogue = catalogue;
		this.profiles = profiles;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * What one impact is shown with.
	 *
	 * @param scale by how much numbers are carried over
	 */
	record Context(CatalogueLookup lookup, Map<UUID, ImpactView.Example> people, long total, double scale) {

		long everybody(long counted) {
			return Math.round(counted * this.scale);
		}

		String number(long counted) {
			String number = NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale()).format(everybody(counted));
			return (this.scale == 1 || counted == 0) ? number : "≈\u00a0" + number;
		}

		ImpactView.@Nullable Example example(@Nullable UUID person) {
			return (person != null) ? this.people.get(person) : null;
		}

	}

	ImpactView view(Decision decision, @Nullable UUID chosen) {
		List<Impact> all = this.impacts.list(decision.id());
		Impact impact = all.stream()
			.filter((known) -> chosen == null || known.id().equals(chosen))
			.findFirst()
			.orElse(null);
		if (impact == null) {
			return new ImpactView(null, false, false, false, "", List.of(), all);
		}
		boolean moving = impact.outcome() == null
				&& (this.calculation.has(impact.id()) || impact.isMoving(this.clock.instant()));
		boolean outdated = !Objects.equals(decision.version(), impact.draft());
		ImpactResult result = impact.result();
		return new ImpactView(impact, moving, !moving && result == null, outdated,
				(result != null) ? over(impact, result) : "",
				(result != null) ? scopes(decision, impact, result) : List.of(), all);
	}

	private String over(Impact impact, ImpactResult result) {
		return result.sampled() ? this.messages.word("decision.impact.over.sample", result.people(), impact.total())
				: this.messages.word("decision.impact.over", result.people());
	}

	private List<ImpactView.InScope> scopes(Decision decision, Impact impact, ImpactResult result) {
		double scale = (result.sampled() && result.people() > 0) ? (double) impact.total() / result.people() : 1;
		Context context = new Context(this.catalogue.look(), people(decision, result), result.people(), scale);
		return result.scopes().stream().map((scope) -> scope(scope, context)).toList();
	}

	/** Examples lead to their simulation, which tells why. */
	private Map<UUID, ImpactView.Example> people(Decision decision, ImpactResult result) {
		Collection<ProfileId> ids = result.scopes()
			.stream()
			.flatMap((scope) -> Stream.concat(scope.rows().stream().map(ImpactResult.Row::example),
					scope.refused().stream().map(ImpactResult.Refused::example)))
			.filter(Objects::nonNull)
			.distinct()
			.map(ProfileId::new)
			.toList();
		Function<Profile, ImpactView.Example> example = (person) -> new ImpactView.Example(person.name(),
				"/decisions/" + decision.slug() + "/simulation?who=" + person.id());
		return this.profiles.findByIdIn(ids).stream().collect(Collectors.toMap((person) -> person.id().id(), example));
	}

	private ImpactView.InScope scope(ImpactResult.InScope scope, Context context) {
		List<ImpactView.Row> rows = scope.rows().stream().map((row) -> row(row, context)).toList();
		return new ImpactView.InScope(context.lookup().placementName(scope.placement()), describe(scope, context), rows,
				scope.before());
	}

	private ImpactView.Row row(ImpactResult.Row row, Context context) {
		String name = row.offer().isEmpty() ? this.messages.word("decision.impact.nothing")
				: context.lookup().offerName(row.offer());
		String why = (row.reason() == DecisionReason.PICKED) ? ""
				: this.messages.word("decision.impact.why." + row.reason());
		long more = row.after() - row.before();
		String change = (more == 0) ? "" : ((more > 0) ? "+" : "−") + context.number(Math.abs(more));
		return new ImpactView.Row(name, why, context.number(row.before()), context.number(row.after()), change,
				share(row.after(), context), share(row.before(), context), context.example(row.example()));
	}

	private static double share(long people, Context context) {
		return (context.total() == 0) ? 0 : Math.round(people * 1000.0 / context.total()) / 10.0;
	}

	/** What matters most comes first. */
	private List<ImpactView.Sentence> describe(ImpactResult.InScope scope, Context context) {
		List<ImpactView.Sentence> sentences = new ArrayList<>();
		if (!scope.after()) {
			sentences.add(say("gone", true, null));
		}
		else if (!scope.before()) {
			sentences.add(say("new", false, null));
		}
		else {
			moves(scope, context, sentences);
		}
		scope.refused()
			.stream()
			.filter((refused) -> refused.all() > refused.down())
			.limit(NAMED)
			.forEach((refused) -> sentences.add(refused("consent", refused.all() - refused.down(), refused, context)));
		return sentences;
	}

	private void moves(ImpactResult.InScope scope, Context context, List<ImpactView.Sentence> sentences) {
		if (scope.down() + scope.up() + scope.across() == 0) {
			sentences.add(say("same", false, null));
		}
		if (scope.down() > 0) {
			sentences.add(many("down", scope.down(), true, context));
			scope.refused()
				.stream()
				.filter((refused) -> refused.down() > 0)
				.limit(NAMED)
				.forEach((refused) -> sentences.add(refused("down.consent", refused.down(), refused, context)));
		}
		if (scope.up() > 0) {
			sentences.add(many("up", scope.up(), false, context));
		}
		if (scope.across() > 0) {
			sentences.add(many("across", scope.across(), false, context));
		}
	}

	private ImpactView.Sentence many(String key, long people, boolean weighs, Context context) {
		return say(key, weighs, null, context.everybody(people), context.number(people));
	}

	private ImpactView.Sentence refused(String key, long people, ImpactResult.Refused refused, Context context) {
		UUID example = refused.example();
		return say(key, false, context.example(example), context.everybody(people), context.number(people),
				context.lookup().offerName(refused.offer()));
	}

	private ImpactView.Sentence say(String key, boolean weighs, ImpactView.@Nullable Example example, Object... args) {
		return new ImpactView.Sentence(this.messages.word("decision.impact." + key, args), weighs, example);
	}

}
