package dev.sayso.account.token;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Settings;

/**
 * How often each token may call, as an administrator set it.
 */
@Component
public class ApiCallSettings {

	/** The most calls a minute that one may allow. */
	static final int MOST = 1_000_000;

	private static final String CALLS = "api.calls";

	/** Ten thousand in a second, as a sender to very many people may need. */
	private static final int USUAL = 600_000;

	private final Settings settings;

	private final Audit audit;

	ApiCallSettings(Settings settings, Audit audit) {
		this.settings = settings;
		this.audit = audit;
	}

	/** Calls that each token may make in a minute, to one instance. */
	public int perMinute() {
		return this.settings.get(CALLS).map(Integer::valueOf).orElse(USUAL);
	}

	/**
	 * Changes it.
	 * @return whether it was another
	 */
	@Transactional
	public boolean allow(int calls, Actor by) {
		int before = perMinute();
		if (before == calls) {
			return false;
		}
		this.settings.set(CALLS, String.valueOf(calls));
		this.audit.write(by, "edited", new AuditSubject("settings", "api-tokens", "api-tokens"),
				List.of(new FieldChange(CALLS, String.valueOf(before), String.valueOf(calls))));
		return true;
	}

}
