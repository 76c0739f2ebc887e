package dev.sayso.audience;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionFault;
import dev.sayso.condition.ConditionMessages;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ListFilter;
import dev.sayso.shared.page.ListQuery;

@ConsolePage
@RequestMapping("/audiences")
class AudiencesController {

	private final Audiences audiences;

	private final AudienceSizes sizes;

	private final ConditionCompiler conditions;

	private final ConditionMessages messages;

	private final ConditionSentences sentences;

	AudiencesController(Audiences audiences, AudienceSizes sizes, ConditionCompiler conditions,
			ConditionMessages messages, ConditionSentences sentences) {
		this.audiences = audiences;
		this.sizes = sizes;
		this.conditions = conditions;
		this.messages = messages;
		this.sentences = sentences;
	}

	/**
	 * An audience in the list.
	 *
	 * @param fault the fault of its condition as a sentence; null for none
	 * @param size null where it was not counted in time
	 */
	record Row(Audience audience, String sentence, @Nullable String fault, @Nullable Long size) {

	}

	@GetMapping
	String list(@RequestParam Map<String, String> parameters, Model model) {
		ListQuery query = new ListQuery("/audiences", List.of(ListFilter.ARCHIVED), List.of("name"), parameters);
		List<Audience> all = this.audiences.findAllByOrderByName();
		model.addAttribute("list",
				query.page(all.stream().filter((audience) -> matches(audience, query)).toList(), all.size())
					.map(this::rows));
		return "audience/list";
	}

	private static boolean matches(Audience audience, ListQuery query) {
		return audience.isArchived() == query.archived() && query.finds(audience);
	}

	private List<Row> rows(List<Audience> shown) {
		ConditionCompiler compiler = this.conditions.now();
		ConditionSentences currentSentences = this.sentences.now();
		AudienceSizes.Budget budget = this.sizes.begin();
		return shown.stream().map((audience) -> row(audience, compiler, currentSentences, budget)).toList();
	}

	private Row row(Audience audience, ConditionCompiler compiler, ConditionSentences currentSentences,
			AudienceSizes.Budget budget) {
		Condition definition = audience.definition();
		try {
			compiler.compile(definition);
			String sentence = audience.isList() ? ""
					: currentSentences.plain(definition, LocaleContextHolder.getLocale());
			return new Row(audience, sentence, null, budget.size(audience));
		}
		catch (InvalidConditionException ex) {
			ConditionFault first = ex.faults().get(0);
			return new Row(audience, "", this.messages.fault(first, LocaleContextHolder.getLocale()), null);
		}
	}

}
