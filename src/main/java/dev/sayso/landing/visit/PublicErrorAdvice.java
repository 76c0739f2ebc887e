package dev.sayso.landing.visit;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import dev.sayso.landing.request.VisitorRequest;
import dev.sayso.shared.NotFoundException;
import dev.sayso.store.LowDiskException;

/**
 * Answers the public when a page is not there or the store cannot be reached.
 */
@ControllerAdvice(assignableTypes = { PublicFormsController.class, ResultsController.class, OneClickController.class,
		ReceiptsController.class, PublicResponse.Served.class })
@Order(0)
class PublicErrorAdvice {

	private final PublicNotices notices;

	private final PublicFormsController forms;

	PublicErrorAdvice(PublicNotices notices, PublicFormsController forms) {
		this.notices = notices;
		this.forms = forms;
	}

	@ExceptionHandler(NotFoundException.class)
	ResponseEntity<?> unknown(HttpServletRequest request) {
		return this.forms.answerReserved(request)
			.orElseGet(() -> this.notices.unknown(VisitorRequest.of(request, false)));
	}

	/** Nothing was acknowledged that was not kept: the form can be sent again. */
	@ExceptionHandler({ CannotCreateTransactionException.class, TransactionSystemException.class,
			DataAccessResourceFailureException.class, UncategorizedSQLException.class, LowDiskException.class,
			OptimisticLockingFailureException.class, PessimisticLockingFailureException.class })
	ResponseEntity<byte[]> later(HttpServletRequest request) {
		return this.notices.later(VisitorRequest.of(request, false));
	}

}
