package dev.sayso.decision.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import dev.sayso.decision.CatalogueLookup;
import dev.sayso.decision.Decision;
import dev.sayso.decision.DecisionCatalogue;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionScope;
import dev.sayso.decision.Decisions;
import dev.sayso.decision.editor.DecisionMessages;
import dev.sayso.decision.editor.DecisionPage;
import dev.sayso.person.Profile;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.SearchWords;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListPage;
import dev.sayso.shared.page.ListQuery;

/**
 * Lists the people behind a number of who would get what, each with the way to what they
 * would see and why.
 */
@ConsolePage
@RequestMapping("/decisions/{id}/draft/reach/people")
class ReachPeopleController {

	private final Decisions decisions;

	private final ReachGroups groups;

	private final DecisionCatalogue catalogue;

	private final DecisionMessages messages;

	private final DecisionPage page;

	ReachPeopleController(Decisions decisions, ReachGroups groups, DecisionCatalogue catalogue,
			DecisionMessages messages, DecisionPage page) {
		this.decisions = decisions;
		this.groups = groups;
		this.catalogue = catalogue;
		this.messages = messages;
		this.page = page;
	}

	/**
	 * Somebody.
	 *
	 * @param about what tells them from others of their name; may be empty
	 * @param why the reason for the fallback; empty for an offer
	 */
	record Row(String name, String about, String href, String gets, String why) {
	}

	@GetMapping
	ModelAndView list(@PathVariable String id, @RequestParam(defaultValue = "") String placement,
			@RequestParam Map<String, String> parameters) {
		Decision decision = this.decisions.get(id);
		String chosen = placement.isEmpty()
				? decision.draft().scopes().stream().findFirst().map(DecisionScope::placement).orElse("") : placement;
		if (decision.draft().scope(chosen).isEmpty()) {
			throw new NotFoundException("scope " + chosen + " of decision " + decision.slug());
		}
		ReachChoice choice = new ReachChoice(parameters.getOrDefault("gets", ""), parameters.getOrDefault("why", ""));
		ReachGroups.Group group = this.groups.find(decision, chosen, choice);
		CatalogueLookup lookup = this.catalogue.look();
		Map<String, String> asked = new HashMap<>(parameters);
		asked.put("placement", chosen);
		ListQuery query = new ListQuery("/decisions/" + decision.slug() + "/draft/reach/people",
				filters(decision, group, chosen, lookup), List.of("name"), asked);
		SearchWords words = SearchWords.of(query.value("q"));
		ListPage<ReachGroups.Member> members = query.page(
				group.members().stream().filter((member) -> isFound(member.person(), words)).toList(),
				group.members().size());
		return this.page.page("decision/impact/people", decision)
			.addObject("list", members.map((some) -> rows(some, decision, lookup)))
			.addObject("placement", lookup.placementName(chosen))
			.addObject("reach", group.reach())
			.addObject("whole", group.shown());
	}

	private static boolean isFound(Profile person, SearchWords words) {
		String text = TextNormalizer.text(person.name() + " " + about(person));
		return words.words().stream().allMatch(text::contains);
	}

	private static String about(Profile person) {
		return Objects.requireNonNullElse(person.details().email(), "");
	}

	private List<ListFilter> filters(Decision decision, ReachGroups.Group group, String placement,
			CatalogueLookup lookup) {
		List<ImpactResult.Row> rows = group.shown()
			.result()
			.scopes()
			.stream()
			.filter((scope) -> scope.placement().equals(placement))
			.flatMap((scope) -> scope.rows().stream())
			.toList();
		List<ListFilter.Option> gets = new ArrayList<>();
		for (String word : List.of(ReachChoice.OFFER, ReachChoice.OTHERS, ReachChoice.FALLBACK)) {
			gets.add(new ListFilter.Option(word, null, "board.reach.gets" + word.replace(':', '.')));
		}
		rows.stream()
			.filter((row) -> row.reason() == DecisionReason.PICKED)
			.map(ImpactResult.Row::offer)
			.distinct()
			.forEach((offer) -> gets.add(new ListFilter.Option(offer, lookup.offerName(offer), "")));
		List<DecisionReason> reasons = rows.stream()
			.map(ImpactResult.Row::reason)
			.filter((reason) -> reason != DecisionReason.PICKED)
			.distinct()
			.toList();
		return List.of(
				ListFilter.of("placement", "board.reach.placement", decision.draft().scopes(), DecisionScope::placement,
						(scope) -> lookup.placementName(scope.placement())),
				new ListFilter("gets", "board.reach.gets", "any", gets, true),
				ListFilter.of("why", "board.reach.reason", reasons, DecisionReason::name,
						(reason) -> this.messages.word("decision.impact.why." + reason)));
	}

	private List<Row> rows(List<ReachGroups.Member> members, Decision decision, CatalogueLookup lookup) {
		Function<ReachGroups.Member, Row> row = (member) -> {
			ReachAnswer answer = member.answer();
			String gets = answer.offers().isEmpty() ? this.messages.word("decision.impact.nothing")
					: String.join(", ", answer.offers().stream().map(lookup::offerName).toList());
			return new Row(member.person().name(), about(member.person()),
					"/decisions/" + decision.slug() + "/simulation?who=" + member.person().id(), gets,
					answer.isPicked() ? "" : this.messages.word("decision.impact.why." + answer.reason()));
		};
		return members.stream().map(row).toList();
	}

}
