package dev.sayso.audience.eligibility;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

import dev.sayso.audience.AudienceConsole;
import dev.sayso.audience.AudienceFacts;
import dev.sayso.audience.eligibility.EligibilityForm.Choice;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Quantifier;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.condition.builder.ConditionDraft;

import static org.assertj.core.api.Assertions.assertThat;

class EligibilityFormTests {

	private static final Condition A = in("a");

	private static final Condition B = in("b");

	@Test
	void aConditionIsTheChoiceThatSaysItBest() {
		assertThat(EligibilityForm.of(Condition.EVERYBODY).choice()).isEqualTo(Choice.EVERYBODY);
		assertThat(EligibilityForm.of(Condition.none()).choice()).isEqualTo(Choice.EVERYBODY);
		assertThat(EligibilityForm.of("").choice()).isEqualTo(Choice.EVERYBODY);
		for (Condition ofAudiences : List.of(A, Condition.all(A), Condition.any(B, A), Condition.all(A, B))) {
			assertThat(EligibilityForm.of(ofAudiences).choice()).as("%s", ofAudiences).isEqualTo(Choice.AUDIENCES);
		}
		for (Condition own : List.of(Condition.none(A), Condition.any(), Condition.all(A, Condition.any(B)),
				Condition.all(A, new Condition.Comparison("country", Operator.IS, "FR")),
				new Condition.Comparison("audiences.a", Operator.IS, false))) {
			assertThat(EligibilityForm.of(own).choice()).as("%s", own).isEqualTo(Choice.CONDITION);
		}
	}

	@Test
	void oneOfTheAudiencesOrAllOfThemIsReadBack() {
		assertThat(EligibilityForm.of(Condition.any(B, A, B)).of()).isEqualTo(Quantifier.ANY);
		assertThat(EligibilityForm.of(Condition.any(B, A, B)).audiences()).containsExactly("a", "b");
		assertThat(EligibilityForm.of(Condition.all(A, B)).of()).isEqualTo(Quantifier.ALL);
		assertThat(EligibilityForm.of(A).of()).isEqualTo(Quantifier.ANY);
		assertThat(EligibilityForm.of(ConditionJson.write(Condition.all(A, B))).of()).isEqualTo(Quantifier.ALL);
	}

	@Test
	void whatCannotBeReadOrDoesNotChooseIsForNobody() {
		assertThat(EligibilityForm.of("{\"fact\":").draft()).isEqualTo(ConditionDraft.Group.UNREADABLE);
		assertThat(EligibilityForm.read(new LinkedMultiValueMap<>()).draft())
			.isEqualTo(ConditionDraft.Group.UNREADABLE);
		assertThat(EligibilityForm.read(new LinkedMultiValueMap<>()).choice()).isEqualTo(Choice.CONDITION);
	}

	@Test
	void aConditionTellsWhichAudiencesItNames() {
		assertThat(
				AudienceFacts.in(Condition.all(B, Condition.none(A, new Condition.Comparison("country", Operator.IS)),
						new Condition.Comparison("audiences.c", Operator.IS, false))))
			.containsExactly("b", "a", "c");
		assertThat(AudienceFacts.in(Condition.EVERYBODY)).isEmpty();
	}

	private static Condition in(String audience) {
		return AudienceConsole.in(audience);
	}

}
