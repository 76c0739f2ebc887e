package dev.sayso.audience;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.sayso.condition.BadCondition;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionWords;
import dev.sayso.condition.Conditions;
import dev.sayso.condition.Fault;
import dev.sayso.condition.ReadAloud;
import dev.sayso.shared.ConsolePage;
import dev.sayso.shared.Fold;

/**
 * The audiences, listed.
 */
@ConsolePage
@RequestMapping("/audiences")
class AudiencesController {

	private final Audiences audiences;

	private final SizeAudiences sizes;

	private final Conditions conditions;

	private final ConditionWords words;

	private final ReadAloud aloud;

	AudiencesController(Audiences audiences, SizeAudiences sizes, Conditions conditions, ConditionWords words,
			ReadAloud aloud) {
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
	private record Listing(Conditions conditions, ReadAloud aloud, SizeAudiences.Budget budget) {

	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "false") boolean archived,
			Model model) {
		String wanted = Fold.text(q);
		Listing listing = new Listing(this.conditions.now(), this.aloud.now(), this.sizes.begin());
		List<Row> rows = new ArrayList<>();
		for (Audience audience : this.audiences.findAllByOrderByName()) {
			boolean found = Fold.text(audience.name()).contains(wanted) || audience.slug().contains(wanted);
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
		catch (BadCondition ex) {
			Fault first = ex.faults().get(0);
			return new Row(audience, "", this.words.fault(first, LocaleContextHolder.getLocale()), null);
		}
	}

}
