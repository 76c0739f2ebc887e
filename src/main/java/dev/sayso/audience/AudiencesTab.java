package dev.sayso.audience;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.context.i18n.LocaleContextHolder;
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
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.page.ConsolePage;

@ConsolePage
class AudiencesTab {

	private final ProfileFrame frame;

	private final Audiences audiences;

	private final ConditionCompiler conditions;

	private final PeopleLoader loader;

	private final ConditionSentences sentences;

	AudiencesTab(ProfileFrame frame, Audiences audiences, ConditionCompiler conditions, PeopleLoader loader,
			ConditionSentences sentences) {
		this.frame = frame;
		this.audiences = audiences;
		this.conditions = conditions;
		this.loader = loader;
		this.sentences = sentences;
	}

	record Row(Audience audience, boolean member, boolean fault, String sentence) {

	}

	@GetMapping("/profiles/{id}/audiences")
	String show(@PathVariable String id, Model model) {
		ProfileId profileId = ProfileId.from(id);
		Profile profile = this.frame.put(model, profileId, "audiences");
		ConditionCompiler compiler = this.conditions.now();
		ConditionSentences currentSentences = this.sentences.now();
		List<Row> rows = this.audiences.findAllByOrderByName()
			.stream()
			.filter((audience) -> !audience.isArchived())
			.map((audience) -> row(audience, profile, compiler, currentSentences))
			.sorted(Comparator.comparing(Row::member).reversed())
			.toList();
		model.addAttribute("rows", rows);
		return "audience/tab";
	}

	private Row row(Audience audience, Profile profile, ConditionCompiler compiler,
			ConditionSentences currentSentences) {
		try {
			CompiledCondition compiled = compiler.compile(audience.definition());
			boolean member = compiled
				.holds(Objects.requireNonNull(this.loader.load(List.of(profile), compiled.parts()).get(profile.id())));
			String sentence = audience.isList() ? ""
					: currentSentences.plain(audience.definition(), LocaleContextHolder.getLocale());
			return new Row(audience, member, false, sentence);
		}
		catch (InvalidConditionException ex) {
			return new Row(audience, false, true, "");
		}
	}

}
