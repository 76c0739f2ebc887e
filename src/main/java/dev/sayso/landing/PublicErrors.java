package dev.sayso.landing;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import dev.sayso.shared.NotFound;

/**
 * What the public hears when a page is not there or the store cannot be reached.
 */
@ControllerAdvice(assignableTypes = { PublicFormsController.class, ResultsController.class, ThemeController.class })
@Order(0)
class PublicErrors {

	private final Sentences sentences;

	PublicErrors(Sentences sentences) {
		this.sentences = sentences;
	}

	@ExceptionHandler(NotFound.class)
	ResponseEntity<String> unknown(HttpServletRequest request) {
		return this.sentences.unknown(Visit.of(request, false));
	}

	/**
	 * Nothing was acknowledged that was not kept: the form can be sent again.
	 */
	@ExceptionHandler({ CannotCreateTransactionException.class, DataAccessResourceFailureException.class,
			OptimisticLockingFailureException.class, PessimisticLockingFailureException.class })
	ResponseEntity<String> later(HttpServletRequest request) {
		return this.sentences.later(Visit.of(request, false));
	}

}
