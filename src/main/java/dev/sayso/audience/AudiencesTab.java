package dev.sayso.audience;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.sayso.condition.CompiledCondition;
import dev.sayso.condition.ConditionCompiler;
import dev.sayso.condition.ConditionSentences;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.status.PeopleLoader;
import dev.sayso.person.Profile;
import dev.sayso.profile.ProfileFrame;
import dev.sayso.shared.NotFoundException;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;
import dev.sayso.shared.page.ProfileTab;

/**
 * The tab that shows which audiences a person is in just now.
 */
@ConsolePage
class AudiencesTab {

	private final ProfileFrame frame;

	private final Audiences audiences;

	private final ConditionCompiler conditions;

	private final PeopleLoader know;

	private final ConditionSentences aloud;

	AudiencesTab(ProfileFrame frame, Audiences audiences, ConditionCompiler conditions, PeopleLoader know,
			ConditionSentences aloud) {
		this.frame = frame;
		this.audiences = audiences;
		this.conditions = conditions;
		this.know = know;
		this.aloud = aloud;
	}

	/** Its place among the tabs. */
	@Component
	static class Tab implements ProfileTab {

		@Override
		public String path() {
			return "audiences";
		}

		@Override
		public String title() {
			return "tab.audiences";
		}

		@Override
		public int order() {
			return 20;
		}

	}

	/**
	 * An audience and the person.
	 *
	 * @param fault whether the audience cannot be asked
	 */
	record Row(Audience audience, boolean member, boolean fault, String sentence) {

	}

	@GetMapping("/profiles/{id}/audiences")
	String show(@PathVariable String id, Model model) {
		ProfileId profile = ProfileId.parse(id).orElseThrow(() -> new NotFoundException(id));
		Profile person = this.frame.put(model, profile, "audiences");
		ConditionCompiler asked = this.conditions.now();
		ConditionSentences reading = this.aloud.now();
		List<Row> rows = this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isArchived())
			.map((audience) -> row(audience, person, asked, reading))
			.sorted((one, other) -> Boolean.compare(other.member(), one.member()))
			.toList();
		model.addAttribute("rows", rows);
		return "audience/tab";
	}

	private Row row(Audience audience, Profile person, ConditionCompiler asked, ConditionSentences reading) {
		CompiledCondition compiled = compiled(audience, asked);
		if (compiled == null) {
			return new Row(audience, false, true, "");
		}
		boolean member = compiled
			.holds(Objects.requireNonNull(this.know.of(List.of(person), compiled.parts()).get(person.id())));
		String sentence = audience.isList() ? "" : reading.plain(audience.meant(), LocaleContextHolder.getLocale());
		return new Row(audience, member, false, sentence);
	}

	private static @Nullable CompiledCondition compiled(Audience audience, ConditionCompiler asked) {
		try {
			return asked.compile(audience.meant());
		}
		catch (InvalidConditionException ex) {
			return null;
		}
	}

}
