package dev.sayso.consent.status;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.Details;
import dev.sayso.person.Origin;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class ProfilesWithSayTests {

	@Autowired
	ProfilesWithSay read;

	@Autowired
	Profiles profiles;

	@Autowired
	Says says;

	@Autowired
	ProfileManagement management;

	@Test
	void readsWhatTheRoomsReadOneByOne() {
		Details whole = new Details("whole", "Zoë", "Peeters", "zoe@verel.example", "+32470123456", "+3221234567",
				"+3221234568", "token", "Kerkstraat 1", "9000", "Gent", "BE", "nl", "Europe/Brussels",
				LocalDate.of(1987, 5, 17));
		ProfileId id = this.management.create(whole, Map.of(), new ProfileEditor(Origin.OPERATOR, Actor.system(), null))
			.id();
		assertThat(this.read.withSay(id)).hasValueSatisfying((known) -> {
			assertThat(known.profile()).isEqualTo(this.profiles.findById(id).orElseThrow());
			assertThat(known.say()).isEqualTo(this.says.find(id));
		});
		assertThat(this.read.withSay(ProfileId.random())).isEmpty();
	}

}
