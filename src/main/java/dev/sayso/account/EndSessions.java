package dev.sayso.account;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends the sessions of an account on all instances, once the change that ends them is
 * kept.
 */
@Component
class EndSessions {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	EndSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
		this.sessions = sessions;
	}

	@TransactionalEventListener
	void on(SignInsEnded ended) {
		this.sessions.findByPrincipalName(ended.username())
			.keySet()
			.stream()
			.filter((id) -> !id.equals(ended.except()))
			.forEach(this.sessions::deleteById);
	}

}
