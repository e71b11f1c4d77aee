(** * The symbols of the ledger's statements

    What a generated statement means rests on these definitions and on those of Coq's and Coquelicot's reals:
    [sumn], [sum1], [dot] of [Base.Sums]; [vector], [vadd], [vscal], [vzero] of [Base.Vectors]; [Gamma] of [Bessel.Gamma],
    by Euler's limit; [hyper0F1] of [Bessel.Hypergeometric] and [besseli] of [Bessel.Functions], by their power series;
    [sphere_integral], [hyperplane_integral] of [Sphere.Integral], in polar coordinates.
    Nothing else of the library occurs in a statement. *)
From Modgap Require Export Base.Sums Base.Vectors Bessel.Gamma Bessel.Hypergeometric Bessel.Functions Sphere.Integral.
