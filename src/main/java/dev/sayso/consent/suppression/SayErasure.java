package dev.sayso.consent.suppression;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.ledger.Says;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

/**
 * Erases a say with its person: every no is kept for its address, and everything that
 * names the person goes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SayErasure {

	private final Says says;

	private final RecordSuppression suppress;

	private final SuppressionRows rows;

	private final AddressLocks locks;

	private final JdbcClient jdbc;

	SayErasure(Says says, RecordSuppression suppress, SuppressionRows rows, AddressLocks locks, JdbcClient jdbc) {
		this.locks = locks;
		this.says = says;
		this.suppress = suppress;
		this.rows = rows;
		this.jdbc = jdbc;
	}

	@Transactional(propagation = Propagation.SUPPORTS)
	public Map<Channel, Consent> kept(ProfileId profile, Collection<Channel> addressed) {
		Say say = this.says.find(profile);
		Map<Channel, Consent> noes = new EnumMap<>(Channel.class);
		for (Channel channel : addressed) {
			say.get(Purpose.MARKETING_ANY)
				.filter((consent) -> consent.choice() == Choice.NO)
				.or(() -> say.get(Purpose.marketing(channel)).filter((consent) -> consent.choice() == Choice.NO))
				.ifPresent((consent) -> noes.put(channel, consent));
		}
		return noes;
	}

	/**
	 * Takes out of the ledger what names the person; purpose, choice and time stay under
	 * a random id, and the chain verifies.
	 * @return their noes, to be {@link #keep kept} once the person is gone
	 */
	public Map<Channel, Consent> erase(ProfileId profile, Map<Channel, String> addresses) {
		this.locks.hold(addresses);
		this.says.held(profile);
		Map<Channel, Consent> noes = kept(profile, addresses.keySet());
		this.rows.forget(addresses);
		ProfileId nobody = new ProfileId(Ids.next());
		for (String table : List.of("consent", "pending_opt_in")) {
			this.jdbc.sql("delete from " + table + " where profile_id = ?").params(profile.id()).update();
		}
		this.jdbc
			.sql("""
					update ledger_entry set profile_id = :nobody, actor_id = null, actor_name = '', reason = null, source = null,
						submission_id = null, evidence = null, salt = null
					where profile_id = :profile""")
			.param("nobody", nobody.id())
			.param("profile", profile.id())
			.update();
		this.jdbc.sql(
				"update say set profile_id = :nobody, extras = null, waiting = false, changed_by = '' where profile_id = :profile")
			.param("nobody", nobody.id())
			.param("profile", profile.id())
			.update();
		return noes;
	}

	/**
	 * Turns each no into a suppression of its address; who else has the address is told.
	 */
	public void keep(Map<Channel, Consent> noes, Map<Channel, String> addresses) {
		noes.forEach((channel, consent) -> this.suppress.record(addresses.get(channel),
				Suppression.kept(channel, consent.origin(), consent.own(), consent.saidAt(), null), Actor.system()));
	}

}
