aucune-police = Le document ne peut pas être fait : aucune police de cette machine n'a le caractère « { $letter } ». Retirez ce caractère, ou installez une police qui le contient.
