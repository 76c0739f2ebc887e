package dev.sayso.consent.suppression;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.sayso.person.Details;
import dev.sayso.person.SearchKeys;
import dev.sayso.shared.ProfileId;

/**
 * Finds everybody whom an address that somebody typed may be.
 */
@Component
public class AddressOwners {

	private final JdbcClient jdbc;

	AddressOwners(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Who has the e-mail address or the mobile number of these details, the oldest
	 * profile first.
	 */
	public List<ProfileId> of(Details typed) {
		return this.jdbc.sql("""
				select p.id, p.created_at from profile p
				where p.id in (select id from profile where email_key = :email
					union select id from profile where mobile = :mobile)
				order by p.created_at, p.id""")
			.param("email", (typed.email() != null) ? SearchKeys.email(typed.email()) : "")
			.param("mobile", (typed.mobile() != null) ? typed.mobile() : "")
			.query((row, number) -> new ProfileId(row.getObject("id", UUID.class)))
			.list();
	}

}
