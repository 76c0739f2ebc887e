package dev.sayso.audience;

import java.util.ArrayList;
import java.util.List;

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
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.page.ConsolePage;

/**
 * The audiences, listed.
 */
@ConsolePage
@RequestMapping("/audiences")
class AudiencesController {

	private final Audiences audiences;

	private final AudienceSizes sizes;

	private final ConditionCompiler conditions;

	private final ConditionMessages words;

	private final ConditionSentences aloud;

	AudiencesController(Audiences audiences, AudienceSizes sizes, ConditionCompiler conditions, ConditionMessages words,
			ConditionSentences aloud) {
		this.audiences = audiences;
		this.sizes = sizes;
		this.conditions = conditions;
		this.words = words;
		this.aloud = aloud;
	}

	/**
	 * An audience in the list.
	 *
	 * @param fault what is wrong with its condition; null where nothing is
	 * @param size null where it was not counted in time
	 */
	record Row(Audience audience, String sentence, @Nullable String fault, @Nullable Long size) {

	}

	/** What all rows are made with. */
	private record Listing(ConditionCompiler conditions, ConditionSentences aloud, AudienceSizes.Budget budget) {

	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean archived,
			Model model) {
		String wanted = TextNormalizer.text(q);
		Listing listing = new Listing(this.conditions.now(), this.aloud.now(), this.sizes.begin());
		List<Row> rows = new ArrayList<>();
		for (Audience audience : this.audiences.findAllByOrderByName()) {
			boolean found = TextNormalizer.text(audience.name()).contains(wanted) || audience.slug().contains(wanted);
			if (found && audience.isArchived() == archived) {
				rows.add(row(audience, listing));
			}
		}
		model.addAttribute("rows", rows);
		model.addAttribute("q", q);
		model.addAttribute("archived", archived);
		model.addAttribute("narrowed", archived || !wanted.isEmpty());
		return "audience/list";
	}

	private Row row(Audience audience, Listing listing) {
		Condition meant = audience.meant();
		try {
			listing.conditions().compile(meant);
			String sentence = audience.isList() ? "" : listing.aloud().plain(meant, LocaleContextHolder.getLocale());
			return new Row(audience, sentence, null, listing.budget().size(audience));
		}
		catch (InvalidConditionException ex) {
			ConditionFault first = ex.faults().get(0);
			return new Row(audience, "", this.words.fault(first, LocaleContextHolder.getLocale()), null);
		}
	}

}
