package dev.sayso.account;

import org.jspecify.annotations.Nullable;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class SessionTermination {

	/**
	 * Says that the sessions of an account are over.
	 *
	 * @param except the one session that stays, if any
	 */
	record SessionsEnded(String username, @Nullable String except) {

	}

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	SessionTermination(FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.sessions = sessions;
	}

	@TransactionalEventListener
	void on(SessionsEnded ended) {
		this.sessions.findByPrincipalName(ended.username())
			.keySet()
			.stream()
			.filter((id) -> !id.equals(ended.except()))
			.forEach(this.sessions::deleteById);
	}

}
