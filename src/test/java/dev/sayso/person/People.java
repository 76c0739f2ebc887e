package dev.sayso.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Component;

import dev.sayso.shared.Actor;
import dev.sayso.shared.ProfileId;

/**
 * The samples of the profile room: people to try things on, created as the product
 * creates them.
 */
@Component
public class People {

	/** The operator by whom samples are recorded. */
	public static final Actor OPERATOR = Actor.account("5e5e5e5e-0000-7000-8000-000000000001", "Sofie Maes");

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final ProfileManagement management;

	People(ProfileManagement management) {
		this.management = management;
	}

	/**
	 * Somebody with every kind of address, all of them their own.
	 */
	public ProfileId somebody() {
		return create(Map.of()).id();
	}

	/**
	 * Somebody with these details beside, or instead of, the usual ones; a blank takes a
	 * detail away.
	 */
	public Profile create(Map<String, String> details) {
		return this.management.create(details(details), Map.of(), new ProfileEditor(Origin.OPERATOR, OPERATOR, null));
	}

	/**
	 * Gives somebody these details instead of theirs.
	 */
	public void change(ProfileId person, Map<String, String> details) {
		this.management.edit(person, null, new DetailsDraft(details, "FR", LocalDate.now()).details(), null,
				new ProfileEditor(Origin.OPERATOR, OPERATOR, null));
	}

	/**
	 * The details of somebody nobody has met yet.
	 */
	public static Details details(Map<String, String> details) {
		int number = NUMBER.incrementAndGet();
		Map<String, String> typed = new java.util.HashMap<>(Map.of("externalId", "sample-" + number, "firstName",
				"Camille", "lastName", "Lefèvre", "email", "camille." + number + "@posteo.example", "mobile",
				"+336399%05d".formatted(number % 100_000), "phone", "+331990%05d".formatted(number % 100_000), "street",
				number + " rue des Tanneurs", "postalCode", "69005", "city", "Lyon", "country", "FR"));
		typed.putAll(details);
		return new DetailsDraft(typed, "FR", LocalDate.now()).details();
	}

}
