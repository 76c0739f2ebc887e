package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Criterion;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.impact.LadderOffers.Ladder;
import dev.sayso.decision.impact.MovementView.Pair;
import dev.sayso.decision.impact.MovementView.Side;

/**
 * Says who moves from what to what in the reader's words, with the address of each
 * content as one of those would see it; of a large decision only so much as can be looked
 * at.
 */
@Component
class MovementViews {

	/** So many ways are drawn of all placements together. */
	private static final int MOST = 40;

	/** So many are drawn of a placement where not all are asked for. */
	private static final int FEW = 8;

	private final DecisionCatalogue catalogue;

	private final LadderOffers ladders;

	private final DecisionMessages messages;

	MovementViews(DecisionCatalogue catalogue, LadderOffers ladders, DecisionMessages messages) {
		this.catalogue = catalogue;
		this.ladders = ladders;
		this.messages = messages;
	}

	/** What all of it is said of. */
	private record Subject(Decision decision, ReachNumbers numbers, CatalogueLookup lookup, Ladder ladder,
			Map<String, Map<String, Integer>> marks, String language, String whole, boolean listed) {

		int mark(String placement, ImpactResult.Got got) {
			return got.picked() ? this.marks.getOrDefault(placement, Map.of()).getOrDefault(got.offer(), 0) : 0;
		}

		String href(String placement) {
			return UriComponentsBuilder.fromPath("/decisions/{decision}/review/movement")
				.queryParam("placement", placement)
				.queryParam("language", this.language)
				.buildAndExpand(this.decision.slug())
				.toUriString();
		}

		String frame(String placement, String offer, @Nullable UUID who) {
			return UriComponentsBuilder.fromPath("/decisions/{decision}/simulation/preview/{placement}/{offer}")
				.queryParam("who", (who != null) ? who : "")
				.queryParam("language", this.language)
				.buildAndExpand(this.decision.slug(), placement, offer)
				.toUriString();
		}

	}

	/**
	 * All of it.
	 * @param language in which contents are asked to be shown
	 * @param whole the key of the placement of which everything is drawn; empty for none
	 * @param listed whether lists of people count the same as this does
	 */
	MovementView view(Decision decision, ReachCount.Reach reach, String language, String whole, boolean listed) {
		ReachNumbers numbers = new ReachNumbers(reach);
		ImpactResult result = reach.result();
		Ladder ladder = this.ladders.assemble(decision);
		ContentLanguages languages = ContentLanguages.of(ladder, result);
		String shown = languages.choose(language);
		Subject subject = new Subject(decision, numbers, this.catalogue.look(), ladder, marks(result), shown, whole,
				listed);
		List<MovementView.InScope> scopes = new ArrayList<>();
		int drawn = 0;
		for (ImpactResult.InScope scope : result.scopes()) {
			MovementView.InScope view = scope(scope, subject, MOST - drawn);
			drawn += view.changed().size() + view.kept().size();
			scopes.add(view);
		}
		String people = result.sampled() ? this.messages.word("board.reach.sample", result.people(), reach.total())
				: this.messages.word("board.reach.all", result.people());
		return new MovementView(people, result.live(), decision.next(), languages.views(decision, numbers), shown,
				scopes);
	}

	/** The same that the offers have in <em>Who would get what</em>. */
	private static Map<String, Map<String, Integer>> marks(ImpactResult result) {
		ReachMarks all = new ReachMarks();
		Map<String, Map<String, Integer>> marks = new HashMap<>();
		result.scopes()
			.forEach((scope) -> marks.put(scope.placement(),
					all.assign(ReachMarks.named(scope).stream().map(ImpactResult.Row::offer).toList())));
		return marks;
	}

	private MovementView.InScope scope(ImpactResult.InScope scope, Subject subject, int left) {
		boolean whole = scope.placement().equals(subject.whole());
		Map<String, Integer> places = subject.ladder().places(scope.placement());
		List<ImpactResult.Move> moves = scope.moves()
			.stream()
			.sorted(Comparator.comparing(ImpactResult.Move::keeps)
				.thenComparing((move) -> (move.to() != null && move.to().picked())
						? places.getOrDefault(move.to().offer(), Integer.MAX_VALUE) : Integer.MAX_VALUE)
				.thenComparing(ImpactResult.Move::people, Comparator.reverseOrder()))
			.toList();
		int most = whole ? moves.size() : Math.min(Math.min(FEW, Math.max(0, left)), moves.size());
		List<ImpactResult.Move> drawn = moves.subList(0, most);
		List<String> unseen = unseen(scope, subject);
		int shown = whole ? unseen.size() : (most < moves.size()) ? 0 : Math.min(FEW - most, unseen.size());
		return new MovementView.InScope(scope.placement(), subject.lookup().placementName(scope.placement()),
				scope.before(), scope.after(), offered(scope, subject),
				drawn.stream().filter((move) -> !move.keeps()).map((move) -> pair(move, scope, subject)).toList(),
				drawn.stream().filter(ImpactResult.Move::keeps).map((move) -> pair(move, scope, subject)).toList(),
				unseen.stream().limit(shown).map((offer) -> unseen(offer, scope.placement(), subject)).toList(),
				moves.size() - most + unseen.size() - shown, subject.href(scope.placement()));
	}

	private String offered(ImpactResult.InScope scope, Subject subject) {
		String before = subject.numbers().number(offered(scope, ImpactResult.Move::from));
		String after = subject.numbers().number(offered(scope, ImpactResult.Move::to));
		if (!scope.after()) {
			return this.messages.word("movement.gone");
		}
		if (!scope.before()) {
			return this.messages.word("movement.offered.new", after);
		}
		return before.equals(after) ? this.messages.word("movement.offered.same", after)
				: this.messages.word("movement.offered", before, after);
	}

	private static long offered(ImpactResult.InScope scope,
			Function<ImpactResult.Move, ImpactResult.@Nullable Got> side) {
		return scope.moves()
			.stream()
			.filter((move) -> Optional.ofNullable(side.apply(move)).filter(ImpactResult.Got::picked).isPresent())
			.mapToLong(ImpactResult.Move::people)
			.sum();
	}

	private Pair pair(ImpactResult.Move move, ImpactResult.InScope scope, Subject subject) {
		String number = subject.numbers().number(move.people());
		String href = (move.example() != null)
				? "/decisions/" + subject.decision().slug() + "/simulation?who=" + move.example() : null;
		return new Pair(this.messages.word("board.reach.people", move.people(), number),
				side(move.from(), scope.placement(), move.example(), subject),
				side(move.to(), scope.placement(), move.example(), subject), move.behind(),
				whom(move.to(), scope.placement(), subject), href, all(move, scope, subject));
	}

	/**
	 * The list of those who would get what they move to, where nobody else comes to it
	 * and it has no other place behind another offer.
	 */
	private static @Nullable String all(ImpactResult.Move move, ImpactResult.InScope scope, Subject subject) {
		ImpactResult.Got to = move.to();
		boolean alone = scope.moves()
			.stream()
			.map(ImpactResult.Move::to)
			.filter((got) -> got != null && to != null && (to.picked() ? got.equals(to) : !got.picked()))
			.count() == 1;
		boolean single = subject.lookup()
			.placement(scope.placement())
			.filter((placement) -> placement.items() == 1)
			.isPresent();
		return (to != null && subject.listed() && alone && single)
				? new ReachChoice(to.picked() ? to.offer() : ReachChoice.FALLBACK, "").href(subject.decision().slug(),
						scope.placement())
				: null;
	}

	private @Nullable Side side(ImpactResult.@Nullable Got got, String placement, @Nullable UUID who, Subject subject) {
		if (got == null) {
			return null;
		}
		if (got.offer().isEmpty()) {
			return new Side("", 0, this.messages.word("decision.impact.nothing"), true, false, "");
		}
		return new Side(got.offer(), subject.mark(placement, got), subject.lookup().offerName(got.offer()),
				!got.picked(), subject.ladder().isAdded(placement, got.offer()),
				subject.ladder().says(placement, got.offer()) ? subject.frame(placement, got.offer(), who) : "");
	}

	/** Whom the first criterion is for that holds an offer. */
	private String whom(ImpactResult.@Nullable Got got, String placement, Subject subject) {
		int place = (got != null && got.picked()) ? subject.ladder().criterion(placement, got.offer()) : -1;
		return subject.decision()
			.draft()
			.scope(placement)
			.map((scope) -> scope.criteria())
			.filter((criteria) -> place >= 0 && place < criteria.size())
			.map((criteria) -> criteria.get(place))
			.map(Criterion::eligibility)
			.filter((eligibility) -> !eligibility.isEmpty())
			.map(this.messages::eligibility)
			.orElse("");
	}

	/** The offers that stand on the ladder and nobody gets. */
	private static List<String> unseen(ImpactResult.InScope scope, Subject subject) {
		Set<String> got = scope.moves()
			.stream()
			.flatMap((move) -> Stream.ofNullable(move.to()))
			.map(ImpactResult.Got::offer)
			.collect(Collectors.toSet());
		return subject.ladder().offers(scope.placement()).stream().filter((offer) -> !got.contains(offer)).toList();
	}

	private static Side unseen(String offer, String placement, Subject subject) {
		return new Side(offer, 0, subject.lookup().offerName(offer), false, subject.ladder().isAdded(placement, offer),
				subject.ladder().says(placement, offer) ? subject.frame(placement, offer, null) : "");
	}

}
